package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.UnexpectedType;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B6 to B10: good signatures on what is no access token for us. */
class TokenKindThreatsTest {
  private static final String PARTNER = "https://partner.example.com";
  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"x", "alg", "b64", "exp", "cnf"})
  void b6RefusesWhateverIsCritical(String name) {
    Tokens token = name.equals("alg") ? Tokens.valid() : Tokens.valid().header(name, true);
    assertThat(refusal(verifier, token.header("crit", List.of(name))))
        .isEqualTo(new CriticalHeader(Set.of(name)));
  }

  static Stream<@Nullable Object> malformed() {
    return Stream.of(
        null,
        List.of(),
        "alg",
        1,
        true,
        Map.of("alg", 1),
        List.of(1),
        List.of("absent"),
        List.of("alg", "alg"),
        Arrays.asList("alg", null),
        List.of(List.of("alg")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void b6RefusesACritThatIsMalformed(@Nullable Object crit) {
    assertThat(refusal(verifier, Tokens.valid().header("crit", crit)))
        .isInstanceOf(MalformedToken.class);
  }

  static Stream<@Nullable Object> notTrue() {
    return Stream.of(false, "false", 0, null, List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notTrue")
  void b7RefusesAPayloadThatIsNotEncoded(@Nullable Object b64) {
    assertThat(refusal(verifier, Tokens.valid().header("b64", b64)))
        .isEqualTo(new MalformedToken("b64 must not be used in a JWT (RFC 7797 section 7)"));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "logout+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "at+jwt",
        "token-introspection+jwt",
        "JOSE",
        "JWS",
        "",
        " JWT",
        "JWT ",
        "text/jwt",
        "application/application/jwt"
      })
  void b8RefusesAnotherKindOfToken(String typ) {
    assertThat(refusal(verifier, Tokens.valid().header("typ", typ)))
        .isEqualTo(new UnexpectedType(typ, Set.of("jwt")));
  }

  @Test
  void b9RefusesATokenThatIsForSomebodyElse() {
    Tokens idToken =
        Tokens.valid()
            .claim("aud", "frontend")
            .claim("azp", "frontend")
            .claim("nonce", "n-0S6_WzA2Mj")
            .claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");
    for (Tokens token :
        List.of(
            idToken,
            idToken.claim("aud", List.of("frontend", "account")),
            idToken.claim("aud", List.of()))) {
      assertThat(refusal(verifier, token))
          .isEqualTo(new ClaimMismatch("aud", "one of [" + Tokens.AUDIENCE + "]"));
    }
  }

  @Test
  void b10JudgesNoIssuersTokenByAnothersKeyThoughBothShareAName() {
    TestKey ours = TestKeys.rsa("shared");
    TestKey theirs = TestKeys.p256("shared");
    try (Gate gate =
        GateUnderTest.ofIssuer(Tokens.ISSUER)
            .with("mp.jwt.verify.publickey", Jwks.set(ours))
            .with("vouchgate.issuers", "partner")
            .with("vouchgate.issuer.partner.issuer", PARTNER)
            .with("vouchgate.issuer.partner.publickey", Jwks.set(theirs, TestKeys.rsa("rsa")))
            .gate()) {
      Tokens byPartner = Tokens.valid("RS256", TestKeys.rsa("rsa"));

      assertThat(rejection(() -> gate.verify(byPartner.header("kid", "shared").compact())))
          .as("the partner's token in our name")
          .isEqualTo(new BadSignature(Optional.of("shared")));
      assertThat(
              rejection(
                  () -> gate.verify(Tokens.valid("RS256", ours).claim("iss", PARTNER).compact())))
          .as("ours in the partner's name")
          .isInstanceOf(dev.vouchgate.verify.Rejection.UnknownKey.class);
      assertThat(rejection(() -> gate.verify(byPartner.claim("iss", "https://x").compact())))
          .isInstanceOf(UntrustedIssuer.class);
    }
  }
}
