package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import java.util.Set;

/** Reads a caller's roles out of proven claims. Immutable; asked by many threads. */
@FunctionalInterface
public interface RoleMapping {

  /**
   * The roles that the claims give.
   *
   * @param claims the claims
   * @return the roles, unmodifiable; empty if there are none
   */
  Set<String> roles(ClaimsSet claims);
}
