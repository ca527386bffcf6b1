package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.KeyStores;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GivenKeysTest {

  static Stream<TestKey> signingKeys() {
    return Stream.of(
        TestKeys.rsa("r"),
        TestKeys.p256("e"),
        TestKeys.p384("f"),
        TestKeys.p521("g"),
        TestKeys.ed25519("h"),
        TestKeys.ed448("i"));
  }

  @ParameterizedTest
  @MethodSource("signingKeys")
  void worksOutThePublicHalfOfAPem(TestKey key) throws Exception {
    GivenKey given = read(Pem.privateOf(key)).get(0);
    assertThat(given.publicKey()).isEqualTo(key.publicKey());
    assertThat(given.keyId()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("signingKeys")
  void readsAPrivateJwk(TestKey key) throws Exception {
    GivenKey given = read(Json.of(Jwks.privateOf(key))).get(0);
    assertThat(given.publicKey()).isEqualTo(key.publicKey());
    assertThat(given.privateKey().getAlgorithm()).isEqualTo(key.signing().getAlgorithm());
    assertThat(given.keyId()).contains(key.kid());
  }

  @Test
  void readsAPkcs12() throws Exception {
    TestKey key = TestKeys.rsa("r");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KeyStores.of(key).store(bytes, KeyStores.PASSWORD.toCharArray());

    List<GivenKey> keys =
        new GivenKeys(JwsAlgorithm.ES256)
            .read(bytes.toByteArray(), Optional.of(KeyStores.PASSWORD));
    assertThat(keys).extracting(GivenKey::publicKey).containsExactly(key.publicKey());
    assertThatThrownBy(
            () -> new GivenKeys(JwsAlgorithm.ES256).read(bytes.toByteArray(), Optional.of("x")))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("found no PKCS#12 that this password opens");
  }

  @Test
  void signsByWhatIsPreferredIfTheKeyCan() throws Exception {
    String pem = Pem.privateOf(TestKeys.rsa("r"));
    assertThat(read(pem, JwsAlgorithm.PS384).algorithm()).isEqualTo(JwsAlgorithm.PS384);
    assertThat(read(pem, JwsAlgorithm.ES256).algorithm()).isEqualTo(JwsAlgorithm.RS256);
  }

  @Test
  void signsByWhatTheKeySays() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(TestKeys.rsa("r"));
    jwk.put("alg", "PS512");
    jwk.put("key_ops", List.of("sign"));
    assertThat(read(Json.of(jwk), JwsAlgorithm.RS256).algorithm()).isEqualTo(JwsAlgorithm.PS512);
  }

  @Test
  void refusesHalvesThatAreNoPair() {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(TestKeys.p256("e"));
    jwk.put("d", Jwks.privateOf(TestKeys.p256("other")).get("d"));
    assertThatThrownBy(() -> read(Json.of(jwk)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("key 1, kid \"e\": a private key and a public one that are no pair");
  }

  @Test
  void refusesWhatIsNotForSigning() {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(TestKeys.rsa("r"));
    jwk.put("use", "enc");
    assertThatThrownBy(() -> read(Json.of(jwk))).hasMessageContaining("its use is enc, not sig");
    assertThatThrownBy(() -> read(Pem.privateOf(TestKeys.x25519("x"))))
        .hasMessageContaining("neither RSA, EC nor EdDSA");
    assertThatThrownBy(() -> read(Pem.of(TestKeys.rsa("r"))))
        .hasMessageContaining("found a PEM of PUBLIC KEY; expected PRIVATE KEY");
    assertThatThrownBy(() -> read(Pem.privateOf(TestKeys.rsa("weak", 1024))))
        .isInstanceOf(KeyFormatException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(KeyFormatException.class);
  }

  private static List<GivenKey> read(String text) throws KeyFormatException {
    return new GivenKeys(JwsAlgorithm.ES256)
        .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static GivenKey read(String text, JwsAlgorithm preferred) throws KeyFormatException {
    return new GivenKeys(preferred)
        .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty())
        .get(0);
  }
}
