package dev.vouchgate.verify;

import dev.vouchgate.keys.KeysUnavailableException;
import dev.vouchgate.keys.VerificationKey;
import java.time.Instant;

/** A token that was proven, and what the proof rests on. Immutable. */
final class Proof {
  private final VerifiedJwt jwt;
  private final String issuerName;
  private final TrustedIssuer issuer;
  private final VerificationKey key;

  /**
   * Creates a proof.
   *
   * @param jwt the token
   * @param issuer the one that it was held to
   * @param key the key that its signature was checked with
   */
  Proof(VerifiedJwt jwt, TrustedIssuer issuer, VerificationKey key) {
    this.jwt = jwt;
    this.issuerName = jwt.claims().string("iss").orElse("");
    this.issuer = issuer;
    this.key = key;
  }

  VerifiedJwt jwt() {
    return jwt;
  }

  /** Whether the issuer is still trusted on the same terms, and still has the key. */
  boolean restsOn(TrustedIssuers issuers) {
    try {
      return issuers.has(issuerName, issuer)
          && issuer.keys().locate(jwt.header()).filter(key::equals).isPresent();
    } catch (KeysUnavailableException e) {
      return false; // to be said by whoever verifies it from the start
    }
  }

  /** Holds it to the rules again that it may fail by now. */
  void checkRules(Instant now) throws RejectedException {
    for (ClaimRule rule : issuer.policy().rules()) {
      if (rule.mayChange()) {
        rule.check(jwt.claims(), now);
      }
    }
  }
}
