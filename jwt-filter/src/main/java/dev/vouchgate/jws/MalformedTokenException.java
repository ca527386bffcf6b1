package dev.vouchgate.jws;

/**
 * A token that is not what RFC 7515, 7516 or 7519 describe; its message tells an operator where.
 *
 * <p>Stackless: hostile input must not buy a stack walk. The message never contains the token.
 */
public final class MalformedTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String detail;

  /**
   * Creates the exception.
   *
   * @param message what was wrong and what was expected, without any of the token
   */
  public MalformedTokenException(String message) {
    super(message, null, false, false);
    this.detail = message;
  }

  /** What was wrong, as in the message. */
  public String detail() {
    return detail;
  }
}
