package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One issuer, two, and one again: whose keys a token is held to. */
class TrustedIssuersTest {
  private static final String PARTNER = "https://partner.example.com";
  private static final Tokens OURS = Tokens.valid("ES256", TestKeys.p256("k"));
  private static final Tokens THEIRS =
      Tokens.valid("ES384", TestKeys.p384("k")).claim("iss", PARTNER);

  private final TrustedIssuers issuers = TrustedIssuers.of(Tokens.ISSUER, trusting("ours"));
  private final JwtVerifier verifier =
      new JwtVerifier(
          issuers, 16_384, Optional.empty(), SignatureProvider.PLATFORM, new MutableClock());

  @Test
  void holdsTokensToTheOnlyIssuerWhoeverTheyNameAsTheirs() throws Exception {
    assertThat(verifier.verify(OURS.compact()).roles()).containsExactly("ours");
    assertThat(rejection(verifier, OURS.claim("iss", PARTNER).compact()))
        .isEqualTo(new UntrustedIssuer(PARTNER, Tokens.ISSUER));
  }

  @Test
  void holdsEachTokenToTheIssuerThatItNames() throws Exception {
    issuers.add(PARTNER, partner());

    assertThat(verifier.verify(OURS.compact()).roles()).containsExactly("ours");
    assertThat(verifier.verify(THEIRS.compact()).roles()).containsExactly("theirs");
  }

  @Test
  void refusesWhatOneSignedInTheNameOfAnother() {
    issuers.add(PARTNER, trusting("theirs", PARTNER, TestKeys.p256("other"), JwsAlgorithm.ES256));

    assertThat(rejection(verifier, OURS.withoutHeader("kid").claim("iss", PARTNER).compact()))
        .isEqualTo(new BadSignature(Optional.of("other")));
  }

  @Test
  void refusesAnIssuerThatNobodyTrusts() {
    issuers.add(PARTNER, partner());

    assertThat(rejection(verifier, OURS.claim("iss", "https://evil.example.com").compact()))
        .isEqualTo(
            new UntrustedIssuer("https://evil.example.com", "one of the 2 that are trusted"));
    assertThat(rejection(verifier, OURS.without("iss").compact()))
        .isEqualTo(new MissingClaim("iss"));
    assertThat(rejection(verifier, OURS.claim("iss", List.of(PARTNER)).compact()))
        .isEqualTo(new MissingClaim("iss"));
  }

  @Test
  void trustsTheOtherAloneOnceOneIsGone() throws Exception {
    issuers.add(PARTNER, partner());
    issuers.remove(Tokens.ISSUER);

    assertThat(verifier.verify(THEIRS.compact()).roles()).containsExactly("theirs");
    assertThat(rejection(verifier, THEIRS.claim("iss", Tokens.ISSUER).compact()))
        .isEqualTo(new UntrustedIssuer(Tokens.ISSUER, PARTNER));
  }

  @Test
  void keepsTheOthersWhenOneOfThreeIsGone() throws Exception {
    issuers.add(PARTNER, partner());
    issuers.add("https://third.example.com", partner());
    issuers.remove("https://third.example.com");

    assertThat(verifier.verify(OURS.compact()).roles()).containsExactly("ours");
    assertThat(verifier.verify(THEIRS.compact()).roles()).containsExactly("theirs");
  }

  @Test
  void trustsNobodyOnceTheLastIsGone() {
    issuers.remove(Tokens.ISSUER);

    assertThat(rejection(verifier, OURS.compact()))
        .isEqualTo(new UntrustedIssuer(Tokens.ISSUER, "one of the 0 that are trusted"));
  }

  private static TrustedIssuer trusting(String role) {
    return trusting(role, Tokens.ISSUER, TestKeys.p256("k"), JwsAlgorithm.ES256);
  }

  private static TrustedIssuer partner() {
    return trusting("theirs", PARTNER, TestKeys.p384("k"), JwsAlgorithm.ES384);
  }

  private static TrustedIssuer trusting(
      String role, String issuer, TestKey key, JwsAlgorithm algorithm) {
    return new TrustedIssuer(
        new VerificationPolicy(
            EnumSet.of(algorithm), Set.of("JWT"), List.of(ClaimRules.issuer(issuer))),
        VerifierUnderTest.locator(key),
        claims -> Set.of(role));
  }
}
