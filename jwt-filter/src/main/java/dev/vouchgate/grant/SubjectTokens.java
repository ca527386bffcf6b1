package dev.vouchgate.grant;

import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;

/** Judges the tokens that clients want to exchange. */
@FunctionalInterface
public interface SubjectTokens {

  /**
   * Verifies a token that comes with nothing else.
   *
   * @param compact as sent
   * @return the proof
   * @throws RejectedException if it is refused, or bound to whoever may use it
   */
  VerifiedJwt verify(String compact) throws RejectedException;
}
