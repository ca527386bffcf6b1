package dev.vouchgate.it;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again whether a server, which cannot tell us, has come as far as we need it. */
public final class Poll {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private Poll() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param expected what is waited for, for the message
   * @throws IllegalStateException if the condition does not hold within {@code limit}
   */
  public static void until(Duration limit, String expected, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new IllegalStateException(
            "Waited " + limit.toSeconds() + " seconds in vain: " + expected);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a server was starting.", e);
    }
  }
}
