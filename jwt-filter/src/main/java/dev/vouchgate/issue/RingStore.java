package dev.vouchgate.issue;

import java.io.IOException;

/**
 * Where the nodes of a cluster share one ring, and the next start finds it again. What is there is
 * replaced as a whole, by whoever knows what was there before.
 */
interface RingStore {
  /**
   * A ring, and how many came before it.
   *
   * @param number goes up by one each time
   * @param ring the keys
   */
  record Generation(long number, KeyRing ring) {
    static final Generation NONE = new Generation(0, KeyRing.EMPTY);
  }

  /**
   * The latest ring.
   *
   * @return {@link Generation#NONE} if there is none yet
   * @throws IOException if it cannot be read, or nobody of ours has written it
   */
  Generation read() throws IOException;

  /**
   * Puts a ring in place of the one before.
   *
   * @param next the one before and one more
   * @return false if somebody else was faster
   * @throws IOException if it cannot be written
   */
  boolean replace(Generation next) throws IOException;
}
