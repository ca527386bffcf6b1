package dev.vouchgate.grant;

/**
 * Ends a request for a token.
 *
 * <p>Stackless: hostile input must not buy a stack walk. Its message is the operator's: what was
 * wrong, never a secret or a token.
 */
public final class TokenRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TokenError error;

  /**
   * Creates the exception.
   *
   * @param error what the client is told
   * @param reason what the operator is told: never a secret or a token
   */
  public TokenRefusedException(TokenError error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  /** What the client is told. */
  public TokenError error() {
    return error;
  }

  /** What the operator is told. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
