package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
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

  static Stream<Arguments> unusable() {
    return Stream.of(
        bad("use", "sig", "its use is sig, not enc"),
        bad("key_ops", List.of("sign"), "its key_ops does not name"),
        bad("alg", "RSA1_5", "its alg is RSA1_5; expected RSA-OAEP or RSA-OAEP-256"),
        bad("alg", "RS256", "its alg is RS256; expected RSA-OAEP or RSA-OAEP-256"),
        bad("kty", "EC", "it is no RSA private key"),
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
        .hasMessageContaining("expected kty RSA and the member d");
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

  private static Arguments bad(String member, Object value, String reason) {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(A);
    jwk.put(member, value);
    return arguments(member + " " + value, jwk, reason);
  }
}
