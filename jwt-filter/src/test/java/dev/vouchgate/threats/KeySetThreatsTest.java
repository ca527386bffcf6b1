package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.UnknownKey;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G1 to G4: what an issuer's set of keys may hold beside good ones. */
class KeySetThreatsTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");

  @Test
  void g1KeepsTheGoodKeysOfASetWhateverElseIsInIt() throws Exception {
    List<?> entries =
        Arrays.asList(
            null,
            7,
            "key",
            List.of(Jwks.of(TestKeys.rsa("nested"))),
            Map.of(),
            Map.of("kty", "AKP", "kid", "pq", "alg", "ML-DSA-44", "pub", "AA"),
            Map.of("kty", "RSA", "kid", "half", "n", "AQAB"),
            Map.of("kty", "EC", "kid", "k1", "crv", "secp256k1", "x", "AA", "y", "AA"),
            Jwks.of(RSA));
    JwtVerifier verifier = verifier(Jwks.set(entries));

    assertThat(verifier.verify(Tokens.valid().compact()).header().keyId()).contains("rsa");
    for (String kid : List.of("nested", "pq", "half", "k1")) {
      assertThat(refusal(verifier, Tokens.valid().header("kid", kid)))
          .isEqualTo(new UnknownKey(Optional.of(kid), "RS256"));
    }
  }

  @Test
  void g2TakesNoSharedSecretFromAPublishedSet() throws Exception {
    TestKey secret = TestKeys.secret("rsa");
    JwtVerifier verifier = verifier(Jwks.set(secret, RSA));

    assertThat(refusal(verifier, Tokens.valid("HS256", secret)))
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "HS256"));
    assertThat(refusal(verifier, Tokens.valid("HS256", secret).withoutHeader("kid")))
        .isEqualTo(new UnknownKey(Optional.empty(), "HS256"));
    assertThat(verifier.verify(Tokens.valid().compact())).isNotNull();
  }

  @Test
  void g3TellsTwoKeysOfOneNameApartByTheirAlgorithmOrTakesNeither() throws Exception {
    TestKey one = TestKeys.rsa("shared");
    TestKey two = new TestKey("shared", RSA.signing(), RSA.verification());
    TestKey curve = TestKeys.p256("shared");

    JwtVerifier types = verifier(Jwks.set(one, curve));
    assertThat(types.verify(Tokens.valid("RS256", one).compact())).isNotNull();
    assertThat(types.verify(Tokens.valid("ES256", curve).compact())).isNotNull();

    JwtVerifier alike = verifier(Jwks.set(one, two));
    for (TestKey key : List.of(one, two)) {
      assertThat(refusal(alike, Tokens.valid("RS256", key)))
          .isEqualTo(new UnknownKey(Optional.of("shared"), "RS256"));
    }

    JwtVerifier bound =
        verifier(
            Jwks.set(List.of(Attack.jwk(one, "alg", "RS256"), Attack.jwk(two, "alg", "PS256"))));
    assertThat(bound.verify(Tokens.valid("RS256", one).compact())).isNotNull();
    assertThat(bound.verify(Tokens.valid("PS256", two).compact())).isNotNull();
    assertThat(refusal(bound, Tokens.valid("PS256", one)).code()).isEqualTo("bad_signature");
  }

  @Test
  void g4TakesNoKeyWhosePrivateHalfIsKnown() throws Exception {
    TestKey open = TestKeys.rsa("open");
    JwtVerifier verifier = verifier(Jwks.set(List.of(Jwks.privateOf(open), Jwks.of(RSA))));

    assertThat(refusal(verifier, Tokens.valid("RS256", open)))
        .isEqualTo(new UnknownKey(Optional.of("open"), "RS256"));
    assertThat(verifier.verify(Tokens.valid().compact())).isNotNull();
  }

  @Test
  void g4DoesNotStartWithAPrivateKeyWhereAPublicOneBelongs() {
    GateUnderTest gate =
        GateUnderTest.ofIssuer(Tokens.ISSUER)
            .with("mp.jwt.verify.publickey", Json.of(Jwks.privateOf(RSA)));
    assertThatThrownBy(gate::gate)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("found a private key");
  }

  /** It allows every algorithm, so that only the keys refuse. */
  private static JwtVerifier verifier(String set) throws Exception {
    return VerifierUnderTest.of(
        EnumSet.allOf(JwsAlgorithm.class), new FixedKeys(Attack.published(set)), Optional.empty());
  }
}
