package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.UnknownKey;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import dev.vouchgate.verify.VerifierUnderTest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B1 to B5, B11: tokens that try to choose the key they are judged by. */
class HeaderThreatsTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey STRANGER = TestKeys.rsa("stranger");
  private final JwtVerifier verifier = VerifierUnderTest.of(RSA, TestKeys.p256("p256"));

  @Test
  void b1TrustsNoKeyThatTheTokenBrings() {
    Tokens forged = Tokens.valid("RS256", STRANGER).header("jwk", Jwks.of(STRANGER));

    assertThat(refusal(verifier, forged))
        .isEqualTo(new UnknownKey(Optional.of("stranger"), "RS256"));
    assertThat(refusal(verifier, forged.header("kid", "rsa")))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
    assertThat(refusal(verifier, forged.withoutHeader("kid")))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  @Test
  void b1IgnoresAKeyThatAGoodTokenBrings() throws Exception {
    Tokens token = Tokens.valid().header("jwk", Jwks.of(STRANGER));
    assertThat(verifier.verify(token.compact()).callerName()).isEqualTo("jdoe@example.com");
  }

  @Test
  void b3TrustsNoCertificateThatTheTokenBrings() throws Exception {
    byte[] certificate = Certificates.der(STRANGER);
    Tokens forged =
        Tokens.valid("RS256", STRANGER)
            .header("x5c", List.of(Base64.getEncoder().encodeToString(certificate)))
            .header("x5t", thumbprint("SHA-1", certificate))
            .header("x5t#S256", thumbprint("SHA-256", certificate));

    assertThat(refusal(verifier, forged))
        .isEqualTo(new UnknownKey(Optional.of("stranger"), "RS256"));
    assertThat(refusal(verifier, forged.header("kid", "rsa")))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
    assertThat(refusal(verifier, forged.withoutHeader("kid")))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"jku", "x5u", "iss", "kid"})
  void b2FetchesNothingFromWhereTheHeaderPoints(String name) {
    try (StubJwksServer attacker = new StubJwksServer()) {
      attacker.serve(Jwks.set(STRANGER));
      String address = attacker.jwks().toString();
      Tokens forged = Tokens.valid("RS256", STRANGER).header(name, address);

      assertThat(refusal(verifier, forged)).isInstanceOf(UnknownKey.class);
      assertThat(refusal(verifier, forged.header("kid", "rsa"))).isInstanceOf(BadSignature.class);
      assertThat(attacker.requests()).isEmpty();
    }
  }

  @Test
  void b11FetchesNothingFromTheIssuerThatTheTokenNames() {
    try (StubJwksServer attacker = new StubJwksServer();
        StubJwksServer issuer = new StubJwksServer()) {
      attacker.on(
          "/.well-known/openid-configuration",
          Answer.of(
              Json.of(
                  Map.of("issuer", attacker.origin(), "jwks_uri", attacker.jwks().toString()))));
      attacker.serve(Jwks.set(STRANGER));
      issuer.serve(Jwks.set(RSA));
      Tokens forged = Tokens.valid("RS256", STRANGER).claim("iss", attacker.origin());
      try (Gate gate = GateUnderTest.withKeysOf(issuer).gate();
          Gate several = severalIssuers(issuer)) {
        assertThat(rejection(() -> gate.verify(forged.compact()))).isInstanceOf(UnknownKey.class);
        assertThat(rejection(() -> several.verify(forged.compact())))
            .isInstanceOf(UntrustedIssuer.class);
      }
      assertThat(attacker.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"unknown", "", "RSA", "rsa ", " rsa", "rsa\t", "rs", "p256/rsa"})
  void b5FallsBackToNoOtherKeyWhenItDoesNotKnowTheKid(String kid) {
    assertThat(rejection(verifier, Tokens.valid().header("kid", kid).compact()))
        .isEqualTo(new UnknownKey(Optional.of(kid), "RS256"));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/dev/null",
        "x' UNION SELECT 'key';--",
        "${jndi:ldap://127.0.0.1/a}",
        "https://evil.example.com/key",
        "a\r\nX-Injected: 1",
        "rsa\u0001\u2028"
      })
  void b4TakesAKidForNothingButANameAndLogsItInOneLine(String kid) {
    RejectedException refused =
        catchThrowableOfType(
            RejectedException.class,
            () -> verifier.verify(Tokens.valid().header("kid", kid).compact()));

    assertThat(refused.rejection()).isEqualTo(new UnknownKey(Optional.of(kid), "RS256"));
    assertThat(refused.getMessage()).matches("[ -#%-~]+");
  }

  @Test
  void b4RefusesAKidThatIsNoNameForAKey() {
    for (Object kid :
        new Object[] {1, true, List.of("rsa"), Map.of("rsa", 1), "k".repeat(10_240)}) {
      assertThat(refusal(verifier, Tokens.valid().header("kid", kid)))
          .isInstanceOf(MalformedToken.class);
    }
  }

  private static Gate severalIssuers(StubJwksServer issuer) {
    return GateUnderTest.withKeysOf(issuer)
        .with("vouchgate.issuers", "partner")
        .with("vouchgate.issuer.partner.issuer", "https://partner.example.com")
        .with("vouchgate.issuer.partner.publickey.location", issuer.jwks().toString())
        .gate();
  }

  private static String thumbprint(String hash, byte[] certificate) throws Exception {
    return Tokens.base64Url(MessageDigest.getInstance(hash).digest(certificate));
  }
}
