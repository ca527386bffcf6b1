package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.KeysUnavailableException;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.Unavailable;
import dev.vouchgate.verify.Rejection.UnknownKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of one verification and their order. */
class JwtVerifierTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey P256 = TestKeys.p256("p256");
  private final JwtVerifier verifier = VerifierUnderTest.of(RSA, P256);

  @Test
  void turnsAGoodTokenIntoAProof() throws Exception {
    String compact = Tokens.valid().compact();
    VerifiedJwt jwt = verifier.verify(compact);

    assertThat(jwt.compact()).isEqualTo(compact);
    assertThat(jwt.callerName()).isEqualTo("jdoe@example.com");
    assertThat(jwt.roles()).containsExactly("user");
    assertThat(jwt.header().keyId()).contains("rsa");
    assertThat(jwt.claims().string("sub")).contains("24400320");
  }

  @ParameterizedTest
  @EnumSource
  void verifiesEveryAlgorithmThatIsAllowed(JwsAlgorithm algorithm) throws Exception {
    String alg = algorithm.toString();
    JwtVerifier one =
        VerifierUnderTest.of(
            Set.of(algorithm), VerifierUnderTest.locator(TestKeys.of(alg)), Optional.empty());
    assertThat(one.verify(Tokens.valid(alg).compact()).callerName()).isEqualTo("jdoe@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryAlgorithmThatIsNotAllowedThoughTheKeyIsThere(JwsAlgorithm algorithm) {
    String alg = algorithm.toString();
    Set<JwsAlgorithm> others = EnumSet.complementOf(EnumSet.of(algorithm));
    JwtVerifier without =
        VerifierUnderTest.of(others, VerifierUnderTest.locator(TestKeys.of(alg)), Optional.empty());

    assertThat(rejection(without, Tokens.valid(alg).compact()))
        .isInstanceOfSatisfying(
            DisallowedAlgorithm.class,
            rejected -> {
              assertThat(rejected.algorithm()).isEqualTo(alg);
              assertThat(rejected.allowed()).hasSize(14).doesNotContain(alg);
            });
  }

  @Test
  void refusesASignatureOfAnotherKey() {
    TestKey stranger = TestKeys.rsa("stranger");
    String compact = Tokens.valid("RS256", stranger).header("kid", "rsa").compact();
    assertThat(rejection(verifier, compact)).isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  @Test
  void refusesASignatureWithOneBitFlipped() {
    assertThat(rejection(verifier, Tokens.valid().tampered().compact()))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  @Test
  void refusesClaimsThatWereChangedAfterSigning() {
    String admin = Tokens.valid().claim("groups", List.of("admin")).compact();
    String changed = Tokens.withPart(Tokens.valid().compact(), 1, Tokens.encodedPart(admin, 1));
    assertThat(rejection(verifier, changed)).isInstanceOf(BadSignature.class);
  }

  @Test
  void readsNoClaimBeforeTheSignatureHolds() {
    Tokens forged = Tokens.valid().tampered();
    for (Tokens token :
        List.of(
            forged.payload("not json"),
            forged.payload(""),
            forged.claim("exp", 0),
            forged.claim("iss", "https://evil.example.com"))) {
      assertThat(rejection(verifier, token.compact())).isInstanceOf(BadSignature.class);
    }
  }

  @Test
  void asksForNoKeyBeforeTheHeaderIsAccepted() {
    List<String> asked = new ArrayList<>();
    KeyLocator recording =
        header -> {
          asked.add(header.algorithm());
          return Optional.empty();
        };
    JwtVerifier watched =
        VerifierUnderTest.of(VerifierUnderTest.DEFAULT_ALGORITHMS, recording, Optional.empty());
    for (Tokens token :
        List.of(
            Tokens.valid().header("alg", "none"),
            Tokens.valid("HS256"),
            Tokens.valid().header("typ", "logout+jwt"),
            Tokens.valid().header("x", 1).header("crit", List.of("x")))) {
      rejection(watched, token.compact());
    }
    assertThat(asked).isEmpty();

    assertThat(rejection(watched, Tokens.valid().compact())).isInstanceOf(UnknownKey.class);
    assertThat(asked).containsExactly("RS256");
  }

  @Test
  void trustsNoLocatorThatPairsAKeyWithTheWrongAlgorithm() {
    VerificationKey bound =
        VerificationKey.of(Optional.of("rsa"), RSA.verification(), Optional.of(JwsAlgorithm.PS256));
    VerificationKey curve =
        VerificationKey.of(Optional.of("rsa"), P256.verification(), Optional.empty());
    for (VerificationKey wrong : List.of(bound, curve)) {
      JwtVerifier misled =
          VerifierUnderTest.of(
              VerifierUnderTest.DEFAULT_ALGORITHMS, header -> Optional.of(wrong), Optional.empty());
      assertThat(rejection(misled, Tokens.valid().compact()))
          .isEqualTo(new UnknownKey(Optional.of("rsa"), "RS256"));
    }
  }

  @Test
  void saysThatItCannotJudgeWhenThereAreNoKeys() {
    KeyLocator down =
        header -> {
          throw new KeysUnavailableException("the set was never fetched", Duration.ofSeconds(5));
        };
    JwtVerifier blind =
        VerifierUnderTest.of(VerifierUnderTest.DEFAULT_ALGORITHMS, down, Optional.empty());
    assertThat(rejection(blind, Tokens.valid().compact()))
        .isEqualTo(new Unavailable("the set was never fetched", Duration.ofSeconds(5)));
  }

  @Test
  void asksTheClockOnceForAllRules() throws Exception {
    List<Instant> seen = new ArrayList<>();
    ClaimRule rule = (claims, now) -> seen.add(now);
    MutableClock clock = new MutableClock();
    VerificationPolicy policy =
        new VerificationPolicy(
            VerifierUnderTest.DEFAULT_ALGORITHMS, Set.of("JWT"), List.of(rule, rule));
    JwtVerifier ticking =
        new JwtVerifier(
            TrustedIssuers.of(
                Tokens.ISSUER,
                new TrustedIssuer(policy, VerifierUnderTest.locator(RSA), claims -> Set.of())),
            9999,
            Optional.empty(),
            SignatureProvider.PLATFORM,
            () -> {
              clock.advance(Duration.ofSeconds(1));
              return clock.instant();
            });
    ticking.verify(Tokens.valid().compact());

    assertThat(seen).containsExactly(Tokens.NOW.plusSeconds(1), Tokens.NOW.plusSeconds(1));
  }

  @Test
  void asksTheRulesInOrderAndStopsAtTheFirstRefusal() {
    assertThat(rejection(verifier, Tokens.valid().claim("iss", "x").claim("exp", 0).compact()))
        .isInstanceOf(Rejection.UntrustedIssuer.class);
    assertThat(rejection(verifier, Tokens.valid().claim("exp", 0).claim("sub", 1).compact()))
        .isInstanceOf(Expired.class);
  }

  @Test
  void refusesATokenThatIsTooLongBeforeLookingAtIt() {
    assertThat(rejection(verifier, "x".repeat(VerifierUnderTest.MAX_LENGTH + 1)))
        .isEqualTo(new MalformedToken("the token has over 16384 characters"));
  }

  @Test
  void namesTheCallerAndNeverShowsTheToken() throws Exception {
    String compact = Tokens.valid().compact();
    assertThat(verifier.verify(compact)).hasToString("VerifiedJwt[jdoe@example.com, roles=[user]]");
    assertThatThrownBy(() -> verifier.verify(Tokens.valid().tampered().compact()))
        .hasMessageNotContaining(Tokens.encodedPart(compact, 1))
        .hasMessage("bad_signature: the signature is not that of key rsa");
  }

  @Test
  void givesTheTokenThatWasSentAndNotAClaimOfThatName() throws Exception {
    String compact = Tokens.valid().claim("raw_token", "forged").compact();
    assertThat(verifier.verify(compact).compact()).isEqualTo(compact);
  }

  @Test
  void describesAProofInOneLineWhateverTheCallerIsCalled() throws Exception {
    Tokens hostile = Tokens.valid().claim("upn", "a\r\nINFO b").claim("groups", List.of("x\ny"));
    assertThat(verifier.verify(hostile.compact()))
        .hasToString("VerifiedJwt[a\\u000d\\u000aINFO b, roles=[x\\u000ay]]");
  }

  @Test
  void isTheOnlyOneWhoMakesProofs() {
    assertThat(VerifiedJwt.class.getConstructors()).isEmpty();
  }
}
