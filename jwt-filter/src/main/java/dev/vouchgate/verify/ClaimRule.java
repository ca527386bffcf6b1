package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import java.time.Instant;

/** One thing that a token's claims must satisfy. Immutable; asked by many threads. */
@FunctionalInterface
public interface ClaimRule {

  /**
   * Checks claims whose signature has been proven.
   *
   * @param claims the claims
   * @param now the one instant that all rules of this verification see
   * @throws RejectedException if they do not satisfy this rule
   */
  void check(ClaimsSet claims, Instant now) throws RejectedException;
}
