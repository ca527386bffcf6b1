package dev.vouchgate.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Arrays of characters that are lent from document to document, a few at most.
 *
 * <p>Not one a thread: there it would stay as long as the thread, and virtual threads are many.
 */
final class TextBuffers {
  /** Those of this class loader. */
  static final TextBuffers SHARED = new TextBuffers();

  /** Characters of one; longer texts get an array of their own. */
  static final int LENGTH = 4096;

  private static final int COUNT = 16;

  /** Of one cache line: two threads that take theirs at once do not wait for each other. */
  private static final int STRIDE = 16;

  private final AtomicReferenceArray<char[]> lent = new AtomicReferenceArray<>(COUNT * STRIDE);

  /**
   * Lends an array.
   *
   * @param length characters that it must hold
   * @return one that nobody else has, with anything in it
   */
  char[] take(int length) {
    if (length > LENGTH) {
      return new char[length];
    }
    char[] free = lent.getAndSet(slot(), null);
    return free == null ? new char[LENGTH] : free;
  }

  /**
   * Takes an array back.
   *
   * @param buffer one that was lent; its borrower has forgotten it
   */
  void giveBack(char[] buffer) {
    if (buffer.length == LENGTH) {
      lent.setRelease(slot(), buffer);
    }
  }

  private static int slot() {
    return (int) Thread.currentThread().getId() % COUNT * STRIDE;
  }
}
