package dev.vouchgate.keys;

import org.jspecify.annotations.Nullable;

/**
 * A text that is not the key it should be.
 *
 * <p>Its message is for the operator: what was found, what was expected, how to mend it. It never
 * holds a part of a key.
 */
public final class KeyFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was found and what was expected
   */
  public KeyFormatException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what was found and what was expected
   * @param cause what the platform said, if anything
   */
  public KeyFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
