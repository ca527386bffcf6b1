package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkParserTest {
  private static final KeyPolicy POLICY = new KeyPolicy(false);
  private static final TestKey GOOD = TestKeys.p256("good");

  static Stream<TestKey> everyType() {
    return Stream.of(
        TestKeys.rsa("rsa"),
        TestKeys.p256("p256"),
        TestKeys.p384("p384"),
        TestKeys.p521("p521"),
        TestKeys.ed25519("ed25519"),
        TestKeys.ed448("ed448"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyType")
  void readsEveryTypeOfPublicKey(TestKey key) throws Exception {
    JwkParser.Parsed parsed = published(Jwks.set(key));

    assertThat(parsed.skipped()).isEmpty();
    assertThat(parsed.set().keys()).hasSize(1);
    assertThat(parsed.set().keys().get(0).keyId()).contains(key.kid());
    assertThat(parsed.set().keys().get(0).key()).isEqualTo(key.verification());
    assertThat(parsed.set().keys().get(0).algorithm()).isEmpty();
  }

  @Test
  void readsSingleKeyAsSetOfOne() throws Exception {
    JwkParser.Parsed parsed = published(Json.of(Jwks.nameless(GOOD)));

    assertThat(parsed.set().keys()).hasSize(1);
    assertThat(parsed.set().keys().get(0).keyId()).isEmpty();
    assertThat(parsed.set().keys().get(0).type()).isEqualTo(KeyType.EC);
  }

  @Test
  void readsWhatSigningKeysUsuallySayOfThemselves() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.of(GOOD);
    jwk.put("use", "sig");
    jwk.put("key_ops", List.of("verify", "sign"));
    jwk.put("alg", "ES256");
    jwk.put("x5c", List.of("MII"));
    jwk.put("x5t", 7);
    jwk.put("something", Map.of("else", true));

    assertThat(published(Json.of(jwk)).set().keys().get(0).algorithm())
        .contains(JwsAlgorithm.ES256);
  }

  @Test
  void forgivesLeadingZeroOfModulus() throws Exception {
    TestKey key = TestKeys.rsa("rsa");
    BigInteger modulus = ((RSAPublicKey) key.verification()).getModulus();
    Map<String, @Nullable Object> jwk = Jwks.of(key);
    jwk.put("n", Jwks.number(modulus, 257));

    assertThat(published(Json.of(jwk)).set().keys().get(0).key()).isEqualTo(key.verification());
  }

  static Stream<Arguments> unusable() {
    TestKey rsa = TestKeys.rsa("rsa");
    TestKey ec = TestKeys.p256("p256");
    TestKey ed = TestKeys.ed25519("ed25519");
    String zeros = Tokens.base64Url(new byte[32]);
    String ones = Tokens.base64Url(filled(32));
    return Stream.of(
        bad(rsa, "kty", null, "its kty is not a string"),
        bad(rsa, "kty", 7, "its kty is not a string"),
        bad(rsa, "kty", "rsa", "its kty is rsa, unknown here"),
        bad(rsa, "kty", "AKP", "its kty is AKP, unknown here"),
        bad(rsa, "kty", "EC", "it has no crv"),
        bad(rsa, "kid", 7, "its kid is not a string"),
        bad(rsa, "kid", "k".repeat(1025), "its kid has over 1024 characters"),
        bad(rsa, "use", "Enc", "its use is Enc, not sig"),
        bad(rsa, "use", "Sig", "its use is Sig, not sig"),
        bad(rsa, "use", null, "its use is not a string"),
        bad(rsa, "key_ops", List.of("encrypt"), "its key_ops does not name verify"),
        bad(rsa, "key_ops", List.of(), "its key_ops does not name verify"),
        bad(rsa, "key_ops", "verify", "its key_ops does not name verify"),
        bad(rsa, "key_ops", Arrays.asList("verify", 7), "its key_ops does not name verify"),
        bad(rsa, "alg", "ES256", "its alg is ES256, which its key cannot be of"),
        bad(rsa, "alg", "HS256", "its alg is HS256, which its key cannot be of"),
        bad(rsa, "alg", "RSA-OAEP", "its alg is RSA-OAEP, which is no signature algorithm"),
        bad(rsa, "alg", "none", "its alg is none, which is no signature algorithm"),
        bad(rsa, "alg", "RS1", "its alg is RS1, which is no signature algorithm"),
        bad(rsa, "alg", 256, "its alg is not a string"),
        bad(rsa, "n", null, "its n is not a string"),
        bad(rsa, "n", "", "an RSA key of 0 bits"),
        bad(rsa, "n", "A=", "its n is"),
        bad(rsa, "n", "A+/B", "its n is"),
        bad(rsa, "n", Jwks.number(BigInteger.ONE.shiftLeft(1023).setBit(0)), "of 1024 bits"),
        bad(rsa, "n", Jwks.number(BigInteger.ONE.shiftLeft(2047)), "even modulus"),
        bad(rsa, "e", "AQAA", "a public exponent that is even"),
        bad(rsa, "e", "AQ", "a public exponent that is even, below 3"),
        bad(rsa, "e", "AA", "a public exponent that is even, below 3"),
        bad(ec, "crv", "P-384", "its x has 32 bytes; expected 48"),
        bad(ec, "crv", "P-521", "its x has 32 bytes; expected 66"),
        bad(ec, "crv", "secp256k1", "its crv is not P-256, P-384 or P-521"),
        bad(ec, "crv", "p-256", "its crv is not P-256, P-384 or P-521"),
        bad(ec, "x", zeros, "its point is not on P-256"),
        bad(ec, "y", zeros, "its point is not on P-256"),
        bad(ec, "x", ones, "its point is not on P-256"),
        bad(ec, "y", Tokens.base64Url(new byte[33]), "its y has 33 bytes; expected 32"),
        bad(ec, "y", Tokens.base64Url(new byte[31]), "its y has 31 bytes; expected 32"),
        bad(ec, "y", null, "its y is not a string"),
        bad(ec, "alg", "ES384", "its alg is ES384, which its key cannot be of"),
        bad(ec, "alg", "ES256K", "its alg is ES256K, which is no signature algorithm"),
        bad(ec, "alg", "ECDH-ES", "its alg is ECDH-ES, which is no signature algorithm"),
        bad(ed, "alg", "Ed448", "its alg is Ed448, which its key cannot be of"),
        bad(ed, "crv", "X25519", "its crv is not Ed25519 or Ed448"),
        bad(ed, "crv", "Ed448", "its x has 32 bytes; expected 57"),
        bad(ed, "x", ones, "whose point is not on Ed25519"),
        bad(
            ed,
            "x",
            "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "whose point is not on Ed25519"),
        bad(ed, "x", zeros, "of small order on Ed25519"),
        bad(ed, "alg", "ES256", "its alg is ES256, which its key cannot be of"),
        without(rsa, "kty", "it has no kty"),
        without(rsa, "n", "it has no n"),
        without(rsa, "e", "it has no e"),
        without(ec, "crv", "it has no crv"),
        without(ec, "y", "it has no y"),
        without(ed, "x", "it has no x"),
        arguments("an oct key", Jwks.of(TestKeys.secret("s")), "it is a shared secret (oct)"),
        arguments("a string", "key", "it has no kty"),
        arguments("null", null, "it has no kty"),
        arguments("an array", List.of(), "it has no kty"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void leavesOutKeyThatCannotBeUsedAndKeepsTheOthers(String what, Object entry, String reason)
      throws Exception {
    JwkParser.Parsed parsed = published(Jwks.set(Arrays.asList(entry, Jwks.of(GOOD))));

    assertThat(parsed.set().keyIds()).containsExactly("good");
    assertThat(parsed.skipped()).hasSize(1);
    assertThat(parsed.skipped().get(0)).startsWith("key 1").contains(reason);
  }

  @Test
  void failsIfNoKeyCanBeUsed() {
    String set = Jwks.set(List.of(Jwks.of(TestKeys.secret("s")), Map.of("kty", "EC")));

    assertThatThrownBy(() -> published(set))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("no key can be used; key 1, kid \"s\": it is a shared secret (oct)")
        .hasMessageEndingWith("; key 2: it has no crv");
  }

  @Test
  void neverShowsSharedSecretThatIsPublished() {
    Map<String, @Nullable Object> secret = Jwks.of(TestKeys.secret("s"));

    assertThatThrownBy(() -> published(Json.of(secret)))
        .hasMessageNotContaining(String.valueOf(secret.get("k")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth"})
  void refusesPublishedPrivateKeyLoudlyAndKeepsTheOthers(String member) throws Exception {
    Map<String, @Nullable Object> leaked = Jwks.of(TestKeys.rsa("leaked"));
    leaked.put(member, "c2VjcmV0");

    JwkParser.Parsed parsed = published(Jwks.set(List.of(leaked, Jwks.of(GOOD))));

    assertThat(parsed.set().keyIds()).containsExactly("good");
    assertThat(parsed.skipped()).hasSize(1);
    assertThat(parsed.skipped().get(0))
        .startsWith("key 1, kid \"leaked\": A PRIVATE KEY IS PUBLISHED.")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void failsIfConfiguredKeyIsPrivateThoughOthersAreNot() {
    String set = Jwks.set(List.of(Jwks.of(GOOD), Jwks.privateOf(TestKeys.rsa("mine"))));

    assertThatThrownBy(() -> configured(set))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("found a private key (key 2, kid \"mine\") where only public keys");
  }

  @Test
  void takesKeyForEncryptionForNoNews() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.of(TestKeys.rsa("encrypts"));
    jwk.put("use", "enc");
    jwk.put("alg", "RSA-OAEP");
    JwkParser.Parsed parsed = published(Jwks.set(List.of(jwk, Jwks.of(GOOD))));

    assertThat(parsed.set().keyIds()).containsExactly("good");
    assertThat(parsed.skipped()).isEmpty();
    assertThatThrownBy(() -> published(Json.of(jwk)))
        .hasMessage("no key can be used; key 1, kid \"encrypts\": its use is enc, not sig");
  }

  @Test
  void failsIfConfiguredKeyIsPrivateThoughItIsForSomethingElse() {
    Map<String, @Nullable Object> jwk = Jwks.privateOf(TestKeys.p256("mine"));
    jwk.put("use", "enc");

    assertThatThrownBy(() -> configured(Json.of(jwk))).hasMessageContaining("found a private key");
  }

  @Test
  void leavesOutUnusableConfiguredKeyAndKeepsTheOthers() throws Exception {
    String set = Jwks.set(TestKeys.rsa("weak", 1024), GOOD);

    assertThat(configured(set).set().keyIds()).containsExactly("good");
    assertThat(configured(set).skipped()).hasSize(1);
  }

  @Test
  void acceptsWeakRsaOnlyIfThePolicyDoes() throws Exception {
    byte[] set = Jwks.set(TestKeys.rsa("weak", 1024), GOOD).getBytes(UTF_8);

    JwkParser lenient = new JwkParser(new KeyPolicy(true), KeyOrigin.PUBLISHED);

    assertThat(lenient.parse(set).set().keyIds()).containsExactly("weak", "good");
  }

  @Test
  void keepsSeveralKeysOfOneKid() throws Exception {
    String set = Jwks.set(TestKeys.rsa("same"), TestKeys.p256("same"), TestKeys.p384("same"));

    assertThat(published(set).set().keyIds()).containsExactly("same", "same", "same");
  }

  @Test
  void escapesKidThatWouldForgeLogLines() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.of(TestKeys.secret("a\r\nINFO ${jndi:x}"));

    JwkParser.Parsed parsed = published(Jwks.set(List.of(jwk, Jwks.of(GOOD))));

    assertThat(parsed.skipped().get(0)).startsWith("key 1, kid \"a\\u000d\\u000aINFO \\u0024{");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "[]",
        "{\"keys\":[],}",
        "{\"keys\":[]} x",
        "{\"keys\":[],\"keys\":[]}",
        "{'keys':[]}",
        "{\"keys\":[{\"kty\":\"RSA\",\"kty\":\"EC\"}]}",
        "{\"keys\":[{\"kty\":\"RSA\"}",
      })
  void failsOnWhatIsNoStrictJson(String json) {
    assertThatThrownBy(() -> published(json))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("found ")
        .hasMessageEndingWith("; expected a JWK or JWKS");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"{}", "{\"keys\":{}}", "{\"keys\":null}", "{\"Keys\":[]}", "{\"n\":\"\"}"})
  void failsOnJsonThatIsNeitherKeyNorSet(String json) {
    assertThatThrownBy(() -> published(json))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("neither a JWK, for it has no kty, nor a JWKS");
  }

  @Test
  void failsOnEmptySet() {
    assertThatThrownBy(() -> published("{\"keys\":[]}"))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("found a JWKS without any key; expected at least one");
  }

  private static JwkParser.Parsed published(String json) throws KeyFormatException {
    return new JwkParser(POLICY, KeyOrigin.PUBLISHED).parse(json.getBytes(UTF_8));
  }

  private static JwkParser.Parsed configured(String json) throws KeyFormatException {
    return new JwkParser(POLICY, KeyOrigin.CONFIGURED).parse(json.getBytes(UTF_8));
  }

  private static Arguments bad(TestKey key, String member, @Nullable Object value, String reason) {
    Map<String, @Nullable Object> jwk = Jwks.of(key);
    jwk.put(member, value);
    String shown = String.valueOf(value);
    String what =
        key.kid() + " with " + member + " " + shown.substring(0, Math.min(20, shown.length()));
    return arguments(what, jwk, reason);
  }

  private static Arguments without(TestKey key, String member, String reason) {
    Map<String, @Nullable Object> jwk = Jwks.of(key);
    jwk.remove(member);
    return arguments(key.kid() + " without " + member, jwk, reason);
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }
}
