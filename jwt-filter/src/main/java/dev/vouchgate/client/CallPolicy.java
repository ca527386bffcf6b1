package dev.vouchgate.client;

import java.util.List;
import java.util.Optional;

/**
 * How one service is called.
 *
 * @param audience its name in {@code aud}
 * @param origin whose token it gets
 * @param scope what the token is to allow, separated by spaces; empty to leave that to the issuer
 * @param roles {@code groups} of a token that we sign ourselves
 */
public record CallPolicy(
    String audience, TokenOrigin origin, Optional<String> scope, List<String> roles) {

  /** Whose token a service gets. */
  public enum TokenOrigin {
    /** One that we sign ourselves. */
    SELF,
    /** One that a token endpoint gives us. */
    STS,
    /** The one that our own caller has sent, if it is for that service too. */
    CALLER
  }

  /** Copies the roles. */
  public CallPolicy {
    roles = List.copyOf(roles);
  }
}
