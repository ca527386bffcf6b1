package dev.vouchgate.issue;

import java.time.Instant;

/**
 * A token that was issued.
 *
 * @param compact the token in compact serialization: a credential, never to be logged
 * @param expiresAt when it expires, in whole seconds
 */
public record IssuedToken(String compact, Instant expiresAt) {

  /** Shows nothing of the token. */
  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
