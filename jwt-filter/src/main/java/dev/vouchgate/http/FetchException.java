package dev.vouchgate.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A document that could not be fetched.
 *
 * <p>Its message is for the operator: the address without user information and query, what
 * happened, what was expected. It never holds anything of the answer's body.
 */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which address, what happened, what was expected
   */
  public FetchException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message which address, what happened, what was expected
   * @param cause what the platform said, if anything
   */
  public FetchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
