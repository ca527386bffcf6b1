package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.UnknownKey;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that try to choose how, or by whose key, they are judged. */
class HeaderAttackTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey STRANGER = TestKeys.rsa("stranger");
  private final JwtVerifier verifier = VerifierUnderTest.of(RSA, TestKeys.p256("p256"));

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "none ",
        "",
        "rs256",
        "RS256 ",
        "RS255",
        "HS256",
        "SHA256withRSA"
      })
  void refusesEveryAlgThatIsNotAllowedByItsExactName(String alg) {
    for (String compact :
        List.of(
            Tokens.valid().header("alg", alg).compact(),
            Tokens.withPart(Tokens.valid().header("alg", alg).compact(), 2, ""))) {
      assertThat(rejection(verifier, compact))
          .isEqualTo(new DisallowedAlgorithm(alg, Set.of("ES256", "RS256")));
    }
  }

  @Test
  void refusesAnEmptySignature() {
    assertThat(rejection(verifier, Tokens.withPart(Tokens.valid().compact(), 2, "")))
        .isInstanceOf(BadSignature.class);
  }

  @Test
  void refusesAnHmacMadeWithThePublicKeyInWhateverEncoding() {
    byte[] der = RSA.verification().getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    byte[] modulus = ((RSAPublicKey) RSA.verification()).getModulus().toByteArray();
    for (byte[] secret :
        List.of(
            der,
            pem.getBytes(StandardCharsets.US_ASCII),
            pem.trim().getBytes(StandardCharsets.US_ASCII),
            modulus,
            jwk(RSA).getBytes(StandardCharsets.US_ASCII))) {
      Signer hmac = Signer.of("HS256", new SecretKeySpec(secret, "HMAC"));
      Tokens forged = Tokens.valid().signedBy(hmac);

      assertThat(rejection(verifier, forged.header("alg", "HS256").compact()))
          .isInstanceOf(DisallowedAlgorithm.class);
      assertThat(rejection(verifier, forged.compact())).isInstanceOf(BadSignature.class);
    }
  }

  @Test
  void refusesTheAlgOfAnotherTypeOfKey() {
    assertThat(rejection(verifier, Tokens.valid().header("alg", "ES256").compact()))
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "ES256"));
    assertThat(rejection(verifier, Tokens.valid("ES256").header("kid", "rsa").compact()))
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "ES256"));
  }

  @Test
  void trustsNoKeyThatTheTokenBrings() {
    Tokens forged = Tokens.valid("RS256", STRANGER);
    Map<String, Object> jwk = jwkMembers(STRANGER);
    for (Tokens token :
        List.of(
            forged.header("jwk", jwk),
            forged.header("jwk", jwk).header("kid", "rsa"),
            forged.header("jwk", jwk).withoutHeader("kid"),
            forged.header("x5c", List.of("MIIB")).header("kid", "rsa"),
            forged.header("x5t", "abc").header("x5t#S256", "abc").header("kid", "rsa"))) {
      assertThat(rejection(verifier, token.compact()))
          .isInstanceOfAny(BadSignature.class, UnknownKey.class);
    }
  }

  @Test
  void ignoresAKeyThatAGoodTokenBrings() throws Exception {
    assertThat(verifier.verify(Tokens.valid().header("jwk", jwkMembers(STRANGER)).compact()))
        .isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"jku", "x5u", "iss", "kid"})
  void fetchesNothingFromWhereTheTokenPoints(String name) {
    try (StubJwksServer attacker = new StubJwksServer()) {
      attacker.serve("{\"keys\":[" + jwk(STRANGER) + "]}");
      String address = attacker.jwks().toString();
      Tokens forged = Tokens.valid("RS256", STRANGER).header(name, address).claim("iss", address);

      assertThat(rejection(verifier, forged.compact())).isInstanceOf(UnknownKey.class);
      assertThat(rejection(verifier, forged.header("kid", "rsa").compact()))
          .isInstanceOf(BadSignature.class);
      assertThat(attacker.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "unknown",
        "",
        "RSA",
        "rsa ",
        "../../etc/passwd",
        "/dev/null",
        "x' UNION SELECT 'key';--",
        "${jndi:ldap://127.0.0.1/a}",
        "https://evil.example.com/key",
        "a\r\nX-Injected: 1",
        "rsa\u0001"
      })
  void fallsBackToNoOtherKeyWhenItDoesNotKnowTheKid(String kid) {
    assertThat(rejection(verifier, Tokens.valid().header("kid", kid).compact()))
        .isEqualTo(new UnknownKey(Optional.of(kid), "RS256"));
  }

  @Test
  void refusesAKidThatIsNoNameForAKey() {
    for (Object kid :
        new Object[] {1, true, List.of("rsa"), Map.of("rsa", 1), "k".repeat(10_240)}) {
      assertThat(rejection(verifier, Tokens.valid().header("kid", kid).compact()))
          .isInstanceOf(MalformedToken.class);
    }
  }

  private static String jwk(TestKey key) {
    return new RSAKey.Builder((RSAPublicKey) key.publicKey())
        .keyID(key.kid())
        .build()
        .toJSONString();
  }

  private static Map<String, Object> jwkMembers(TestKey key) {
    return new RSAKey.Builder((RSAPublicKey) key.publicKey())
        .keyID(key.kid())
        .build()
        .toJSONObject();
  }
}
