package dev.vouchgate.codec;

/**
 * Bytes that are not the encoding they should be; its message tells an operator what was wrong.
 *
 * <p>Stackless: hostile input must not buy a stack walk. The message never contains the input.
 */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was wrong and what was expected, without any of the input
   */
  public CodecException(String message) {
    super(message, null, false, false);
  }
}
