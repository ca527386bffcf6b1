package dev.vouchgate.keys;

import java.time.Duration;

/**
 * No key set to judge by: the source has never been reached, or its last good set is too old.
 *
 * <p>Our fault or the identity provider's, never the caller's. Stackless: during an outage every
 * request may throw it.
 */
public final class KeysUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String detail;
  private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param message for the operator: which source, since when, what was the last error
   * @param retryAfter when asking again may help
   */
  public KeysUnavailableException(String message, Duration retryAfter) {
    super(message, null, false, false);
    this.detail = message;
    this.retryAfter = retryAfter;
  }

  /** Which source, since when, the last error: as in the message. */
  public String detail() {
    return detail;
  }

  /** When asking again may help; at least one second. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
