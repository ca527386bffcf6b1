package dev.vouchgate.verify;

import dev.vouchgate.observe.LogText;

/**
 * Carries a {@link Rejection} out of the verification.
 *
 * <p>Stackless: hostile input must not buy a stack walk. Its message may be logged as it is.
 */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  /**
   * Creates the exception.
   *
   * @param rejection the reason
   */
  public RejectedException(Rejection rejection) {
    super(rejection.code() + ": " + LogText.of(rejection.logReason()), null, false, false);
    this.rejection = rejection;
  }

  /** The reason. */
  public Rejection rejection() {
    return rejection;
  }
}
