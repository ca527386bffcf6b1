package dev.vouchgate.grant;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A queue for what anybody can ask for and costs a processor for a while: the check of a secret or
 * a password. Used by many threads.
 */
public final class SecretChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Each holds a thread of the container's: more are turned away at once. */
  private static final int MOST_WAITING = 16;

  /** Half of the processors are left to those who have proven more. */
  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /** Creates a queue that is empty. */
  public SecretChecks() {}

  /**
   * What is asked for.
   *
   * @param <T> what it finds out
   */
  @FunctionalInterface
  public interface Check<T> {
    /**
     * Finds it out.
     *
     * @return what it has found
     * @throws TokenRefusedException if whoever asks is refused
     */
    T run() throws TokenRefusedException;
  }

  /**
   * Runs a check when it is its turn.
   *
   * @param <T> what it finds out
   * @param check what is asked for
   * @return what it has found
   * @throws TokenRefusedException {@code TEMPORARILY_UNAVAILABLE} if too many wait, or the turn
   *     does not come in 5 seconds; or as the check has it
   */
  public <T> T inTurn(Check<T> check) throws TokenRefusedException {
    if (turns.getQueueLength() >= MOST_WAITING) {
      throw busy(MOST_WAITING + " others wait for their secrets to be checked");
    }
    try {
      if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw busy("others' secrets were being checked for " + PATIENCE.toSeconds() + " seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy("the container has interrupted it");
    }
    try {
      return check.run();
    } finally {
      turns.release();
    }
  }

  private static TokenRefusedException busy(String reason) {
    return new TokenRefusedException(TokenError.TEMPORARILY_UNAVAILABLE, reason);
  }
}
