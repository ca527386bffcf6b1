package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedJwkTest {

  static Stream<TestKey> keys() {
    return Stream.of(
        TestKeys.rsa("rsa"),
        TestKeys.p256("p256"),
        TestKeys.p384("p384"),
        TestKeys.p521("p521"),
        TestKeys.ed25519("ed25519"),
        TestKeys.ed448("ed448"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void hasTheThumbprintThatOthersFind(TestKey key) throws Exception {
    Map<String, Object> members = Jwks.of(key);
    members.put("use", "sig");
    EmbeddedJwk jwk = EmbeddedJwk.parse(members);
    assertThat(jwk.key().key()).isEqualTo(key.verification());
    assertThat(jwk.thumbprint())
        .isEqualTo(
            JsonWebKey.Factory.newJwk(Json.of(members))
                .calculateBase64urlEncodedThumbprint("SHA-256"))
        .isEqualTo(
            com.nimbusds.jose.jwk.JWK.parse(Json.of(members)).computeThumbprint().toString());
  }

  @Test
  void isNoPrivateKey() {
    assertThatThrownBy(() -> EmbeddedJwk.parse(Jwks.privateOf(TestKeys.p256("p256"))))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("it has private members; expected a public key");
  }

  @Test
  void isNoSharedSecret() {
    assertThatThrownBy(() -> EmbeddedJwk.parse(Jwks.of(TestKeys.secret("secret"))))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("it is a shared secret (oct)");
  }

  @Test
  void isNoKeyThatIsTooShort() {
    assertThatThrownBy(() -> EmbeddedJwk.parse(Jwks.of(TestKeys.rsa("weak", 1024))))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("an RSA key of 1024 bits; expected at least 2048");
  }
}
