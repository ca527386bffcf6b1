package dev.vouchgate.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * There is no token to call a service with.
 *
 * <p>Its message is for the operator: which service, what happened, what was expected; never a
 * token, never a secret.
 */
public final class TokenUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which service, what happened, what was expected
   */
  public TokenUnavailableException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message which service, what happened, what was expected
   * @param cause what led to it
   */
  public TokenUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
