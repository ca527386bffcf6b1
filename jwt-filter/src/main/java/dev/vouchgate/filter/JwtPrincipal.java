package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

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

  /** By the token; "*" is nobody's role and "**" every proven caller's (Servlet 6 §13.3). */
  boolean isInRole(@Nullable String role) {
    return role != null && !role.equals("*") && (role.equals("**") || jwt.roles().contains(role));
  }

  /** The caller's name, without the token. */
  @Override
  public String toString() {
    return getName();
  }
}
