package dev.vouchgate.filter;

/**
 * A protected method refused its caller; {@link JwtFilter} answers the request with what it
 * carries.
 */
public final class AccessRefusedException extends SecurityException {
  private static final long serialVersionUID = 1L;

  private final transient BearerChallenge challenge;

  /**
   * Creates the exception.
   *
   * @param challenge what the client is to be answered
   */
  public AccessRefusedException(BearerChallenge challenge) {
    super("access refused with status " + challenge.status());
    this.challenge = challenge;
  }

  /** What the client is to be answered. */
  public BearerChallenge challenge() {
    return challenge;
  }
}
