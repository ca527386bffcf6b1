package dev.vouchgate.grant;

/**
 * Ends a request for a token.
 *
 * <p>Stackless: hostile input must not buy a stack walk. Its message is the operator's: what was
 * wrong, never a secret or a token.
 */
final class TokenRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TokenError error;

  TokenRefusedException(TokenError error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  TokenError error() {
    return error;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
