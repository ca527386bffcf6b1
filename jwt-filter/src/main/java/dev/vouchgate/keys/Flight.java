package dev.vouchgate.keys;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One fetch in progress, which others may wait for instead of making their own. */
final class Flight {
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Lets all who wait go on; its outcome is in use by now. */
  void end() {
    ended.countDown();
  }

  /**
   * Waits for the end, holding no lock.
   *
   * @param patience how long, at most
   * @return whether it has ended; also false if the thread was interrupted, which its flag then
   *     still tells
   */
  boolean await(Duration patience) {
    try {
      return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
