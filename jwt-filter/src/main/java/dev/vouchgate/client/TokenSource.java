package dev.vouchgate.client;

import dev.vouchgate.issue.IssuedToken;

/** Where new tokens for one service come from. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Gets a new token; it may block.
   *
   * @return the token
   * @throws TokenUnavailableException if there is none now
   */
  IssuedToken fetch() throws TokenUnavailableException;
}
