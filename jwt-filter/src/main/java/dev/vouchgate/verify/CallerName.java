package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.MissingClaim;

/**
 * The caller's name: {@code upn}, else {@code preferred_username}, else {@code sub} (MicroProfile
 * JWT 2.1, "Requirements for Rejecting MP-JWT Tokens", 6).
 */
final class CallerName {
  private static final String[] CLAIMS = {"upn", "preferred_username", "sub"};

  private CallerName() {}

  static String of(ClaimsSet claims) throws RejectedException {
    for (String name : CLAIMS) {
      Object value = claims.asMap().get(name);
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
      if (value != null) {
        throw new RejectedException(new ClaimMismatch(name, "a string that is not blank"));
      }
    }
    throw new RejectedException(new MissingClaim("upn, preferred_username or sub"));
  }
}
