package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import java.security.Principal;

/**
 * A caller proven by a token.
 *
 * @param jwt the proof
 */
public record JwtPrincipal(VerifiedJwt jwt) implements Principal {

  @Override
  public String getName() {
    return jwt.callerName();
  }

  /** The caller's name, without the token. */
  @Override
  public String toString() {
    return getName();
  }
}
