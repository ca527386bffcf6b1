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

  /**
   * Whether claims that satisfied this rule may fail it later, so that a proof that is kept must be
   * held to it again.
   *
   * @return true unless the rule looks at nothing but the claims
   */
  default boolean mayChange() {
    return true;
  }

  /**
   * A rule that looks at nothing but the claims: asked once, and not again.
   *
   * @param rule the rule
   * @return the same, with {@link #mayChange()} false
   */
  static ClaimRule unchanging(ClaimRule rule) {
    return new ClaimRule() {
      @Override
      public void check(ClaimsSet claims, Instant now) throws RejectedException {
        rule.check(claims, now);
      }

      @Override
      public boolean mayChange() {
        return false;
      }
    };
  }
}
