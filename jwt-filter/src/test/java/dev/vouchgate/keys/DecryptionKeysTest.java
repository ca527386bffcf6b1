package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.security.KeyPairGenerator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecryptionKeysTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");

  static Stream<Arguments> formats() {
    String jwk = Json.of(Jwks.privateOf(A));
    return Stream.of(
        arguments("PEM", Pem.privateOf(A)),
        arguments("JWK", jwk),
        arguments("JWKS", "{\"keys\":[" + jwk + "]}"),
        arguments("JWK in base64url", Tokens.base64Url(jwk.getBytes(UTF_8))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void readsEveryFormat(String format, String text) throws Exception {
    assertThat(DecryptionKeys.parse(text).select(Headers.of("RSA-OAEP", "a")))
        .contains(A.privateKey());
  }

  @Test
  void readsKeyWithoutItsPrimes() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(A);
    jwk.keySet().removeAll(List.of("p", "q", "dp", "dq", "qi"));

    assertThat(DecryptionKeys.parse(Json.of(jwk)).select(Headers.of("RSA-OAEP", "a"))).isPresent();
  }

  @Test
  void choosesTheKeyOfExactlyThatKid() throws Exception {
    DecryptionKeys keys = set(Jwks.privateOf(A), Jwks.privateOf(B));

    assertThat(keys.select(Headers.of("RSA-OAEP", "a"))).contains(A.privateKey());
    assertThat(keys.select(Headers.of("RSA-OAEP-256", "b"))).contains(B.privateKey());
    assertThat(keys.select(Headers.of("RSA-OAEP", "c"))).isEmpty();
    assertThat(keys.select(Headers.withoutKid("RSA-OAEP"))).isEmpty();
  }

  @Test
  void choosesNoOtherKeyThoughItIsTheOnlyOne() throws Exception {
    assertThat(set(Jwks.privateOf(A)).select(Headers.of("RSA-OAEP", "b"))).isEmpty();
    assertThat(set(Jwks.privateOf(A)).select(Headers.withoutKid("RSA-OAEP"))).isPresent();
  }

  @Test
  void choosesSingleKeyWithoutKidForAnyKidAndForNone() throws Exception {
    DecryptionKeys keys = DecryptionKeys.parse(Pem.privateOf(A));

    assertThat(keys.select(Headers.of("RSA-OAEP", "any"))).contains(A.privateKey());
    assertThat(keys.select(Headers.withoutKid("RSA-OAEP-256"))).contains(A.privateKey());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RSA1_5", "dir", "RSA-OAEP-512", "rsa-oaep", "RS256", "none"})
  void choosesNoKeyForOtherAlgorithms(String alg) throws Exception {
    assertThat(DecryptionKeys.parse(Pem.privateOf(A)).select(Headers.of(alg, "a"))).isEmpty();
  }

  @Test
  void choosesByTheKeysOwnAlgorithm() throws Exception {
    Map<String, @Nullable Object> old = Jwks.privateOf(A);
    old.put("alg", "RSA-OAEP");
    old.put("use", "enc");
    Map<String, @Nullable Object> young = Jwks.privateOf(B);
    young.put("alg", "RSA-OAEP-256");
    young.put("kid", "a");
    young.put("key_ops", List.of("unwrapKey"));
    DecryptionKeys keys = set(old, young);

    assertThat(keys.select(Headers.of("RSA-OAEP", "a"))).contains(A.privateKey());
    assertThat(keys.select(Headers.of("RSA-OAEP-256", "a"))).contains(B.privateKey());
  }

  @Test
  void choosesNeitherOfTwoThatSuit() throws Exception {
    Map<String, @Nullable Object> other = Jwks.privateOf(B);
    other.put("kid", "a");

    assertThat(set(Jwks.privateOf(A), other).select(Headers.of("RSA-OAEP", "a"))).isEmpty();
  }

  static Stream<TestKey> agreementKeys() {
    return Stream.of(
        TestKeys.p256("a"), TestKeys.p384("a"), TestKeys.p521("a"), TestKeys.x25519("a"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("agreementKeys")
  void readsKeysOfEveryCurve(TestKey key) throws Exception {
    for (String text : new String[] {Pem.privateOf(key), Json.of(Jwks.privateOf(key))}) {
      DecryptionKeys keys = DecryptionKeys.parse(text);

      assertThat(keys.select(Headers.of("ECDH-ES", "a"))).contains(key.privateKey());
      assertThat(keys.select(Headers.of("ECDH-ES+A256KW", "a"))).contains(key.privateKey());
      assertThat(keys.select(Headers.of("RSA-OAEP", "a"))).isEmpty();
    }
  }

  @Test
  void choosesByTheKindOfKeyAmongRsaAndEc() throws Exception {
    TestKey ec = TestKeys.p256("ec");
    DecryptionKeys keys = set(Jwks.privateOf(A), Jwks.privateOf(ec));

    assertThat(keys.select(Headers.withoutKid("RSA-OAEP"))).contains(A.privateKey());
    assertThat(keys.select(Headers.withoutKid("ECDH-ES"))).contains(ec.privateKey());
    assertThat(keys.select(Headers.of("ECDH-ES", "ec"))).contains(ec.privateKey());
    assertThat(keys.select(Headers.of("ECDH-ES", "a"))).as("kid of the RSA key").isEmpty();
    assertThat(keys.select(Headers.of("ECDH-ES", "unknown"))).isEmpty();
  }

  @Test
  void choosesByTheKindOfKeyAmongKeysOfOneKid() throws Exception {
    TestKey ec = TestKeys.p256("a");
    DecryptionKeys keys = set(Jwks.privateOf(A), Jwks.privateOf(ec));

    assertThat(keys.select(Headers.of("RSA-OAEP", "a"))).contains(A.privateKey());
    assertThat(keys.select(Headers.of("ECDH-ES", "a"))).contains(ec.privateKey());
  }

  @Test
  void choosesNoneOfTwoOnDifferentCurves() throws Exception {
    DecryptionKeys keys =
        set(Jwks.privateOf(TestKeys.p256("a")), Jwks.privateOf(TestKeys.p384("b")));

    assertThat(keys.select(Headers.withoutKid("ECDH-ES"))).isEmpty();
    assertThat(keys.select(Headers.of("ECDH-ES", "b"))).contains(TestKeys.p384("b").privateKey());
  }

  @Test
  void servesTheAlgorithmsOfItsKinds() throws Exception {
    DecryptionKeys rsa = DecryptionKeys.parse(Pem.privateOf(A));
    DecryptionKeys ec = DecryptionKeys.parse(Pem.privateOf(TestKeys.p256("a")));

    assertThat(rsa.serves(EnumSet.of(JweAlgorithm.RSA_OAEP))).isTrue();
    assertThat(rsa.serves(EnumSet.of(JweAlgorithm.ECDH_ES))).isFalse();
    assertThat(ec.serves(EnumSet.of(JweAlgorithm.RSA_OAEP, JweAlgorithm.ECDH_ES))).isTrue();
    assertThat(ec.serves(EnumSet.of(JweAlgorithm.RSA_OAEP))).isFalse();
  }

  static Stream<Arguments> unusableOnCurves() {
    return Stream.of(
        badEc("crv", "secp256k1", "its crv is not P-256, P-384 or P-521"),
        badEc("crv", "P-384", "its d has 32 bytes; expected 48"),
        badEc("d", Tokens.base64Url(new byte[32]), "its d is not a private key on P-256"),
        badEc("d", Tokens.base64Url(new byte[31]), "its d has 31 bytes; expected 32"),
        badEc("d", "_".repeat(42) + "8", "its d is not a private key on P-256"),
        badEc("alg", "RSA-OAEP", "its alg is RSA-OAEP, which its key cannot be of"),
        badEc("alg", "ECDH-ES+A192KW", "its alg is ECDH-ES+A192KW; expected"),
        badEc("key_ops", List.of("verify"), "its key_ops does not name"),
        badEc("kty", "OKP", "its crv is not X25519"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusableOnCurves")
  void leavesOutCurveKeyThatCannotDecrypt(
      String what, Map<String, @Nullable Object> jwk, String reason) {
    assertThatThrownBy(() -> set(jwk))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesPemOnAnotherCurve() throws Exception {
    KeyPairGenerator x448 = KeyPairGenerator.getInstance("X448");
    String pem = Pem.block("PRIVATE KEY", x448.generateKeyPair().getPrivate().getEncoded());

    assertThatThrownBy(() -> DecryptionKeys.parse(pem)).isInstanceOf(KeyFormatException.class);
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        bad("use", "sig", "its use is sig, not enc"),
        bad("key_ops", List.of("sign"), "its key_ops does not name"),
        bad(
            "alg",
            "RSA1_5",
            "its alg is RSA1_5; expected RSA-OAEP, RSA-OAEP-256 or one of ECDH-ES"),
        bad("alg", "RS256", "its alg is RS256; expected RSA-OAEP"),
        bad("alg", "ECDH-ES", "its alg is ECDH-ES, which its key cannot be of"),
        bad("kty", "oct", "it is no private key"),
        bad("kty", "EC", "it has no crv"),
        bad("oth", List.of(), "more than two primes"),
        bad("p", "Aw", "its p times its q is not its n"),
        bad("dp", 7, "its dp is not a string"),
        bad("d", "!", "its d is"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void leavesOutKeyThatCannotDecrypt(String what, Map<String, @Nullable Object> jwk, String reason)
      throws Exception {
    assertThat(set(jwk, Jwks.privateOf(B)).select(Headers.of("RSA-OAEP", "b"))).isPresent();
    assertThatThrownBy(() -> set(jwk))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("no key can decrypt; key 1, kid \"a\": ")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesPublicKey() {
    assertThatThrownBy(() -> DecryptionKeys.parse(Jwks.set(A)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("expected kty RSA, EC or OKP and the member d");
    assertThatThrownBy(() -> DecryptionKeys.parse(Pem.of(A)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("expected PRIVATE KEY");
  }

  @Test
  void refusesWeakKeyInEveryFormat() {
    TestKey weak = TestKeys.rsa("weak", 1024);

    assertThatThrownBy(() -> set(Jwks.privateOf(weak))).hasMessageContaining("of 1024 bits");
    assertThatThrownBy(() -> DecryptionKeys.parse(Pem.privateOf(weak)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("an RSA key of 1024 bits; expected at least 2048");
  }

  @Test
  void showsNothingOfItsKeys() throws Exception {
    assertThat(set(Jwks.privateOf(A), Jwks.privateOf(B))).hasToString("DecryptionKeys[2]");
    assertThat(
            DecryptionKey.of(
                Optional.of("a"), PemParser.privateKey(Pem.privateOf(A)), Optional.empty()))
        .hasToString("DecryptionKey[kid=a]");
  }

  @Test
  void showsNothingOfKeyThatItRefuses() {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(A);
    String d = String.valueOf(jwk.get("d"));
    jwk.put("qi", d + "=");

    assertThatThrownBy(() -> set(jwk))
        .isInstanceOf(KeyFormatException.class)
        .hasNoCause()
        .hasMessageNotContaining(d.substring(0, 20));
  }

  private static DecryptionKeys set(Map<?, ?>... jwks) throws KeyFormatException {
    return DecryptionKeys.parse(Jwks.set(List.of(jwks)));
  }

  private static Arguments badEc(String member, Object value, String reason) {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(TestKeys.p256("a"));
    jwk.put(member, value);
    return arguments(member + " " + value, jwk, reason);
  }

  private static Arguments bad(String member, Object value, String reason) {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(A);
    jwk.put(member, value);
    return arguments(member + " " + value, jwk, reason);
  }
}
