package dev.vouchgate.verify;

/**
 * Carries a {@link Rejection} out of the verification.
 *
 * <p>Stackless: hostile input must not buy a stack walk.
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
    super(rejection.code() + ": " + rejection.logReason(), null, false, false);
    this.rejection = rejection;
  }

  /** The reason. */
  public Rejection rejection() {
    return rejection;
  }
}
