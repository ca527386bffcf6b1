package dev.vouchgate.login;

import dev.vouchgate.issue.IssuedToken;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person gets for a password or a refresh token.
 *
 * @param access a token
 * @param accessLifetime how long it lives from now; positive
 * @param refresh what gets the next, a credential; empty if there is none
 * @param lifetime how long from now the login can be renewed; zero if it cannot
 */
public record LoginTokens(
    IssuedToken access, Duration accessLifetime, Optional<String> refresh, Duration lifetime) {

  /** Shows nothing of the tokens. */
  @Override
  public String toString() {
    return "LoginTokens[" + access + "]";
  }
}
