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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDocumentTest {
  private static final KeyPolicy POLICY = new KeyPolicy(false);
  private static final TestKey KEY = TestKeys.rsa("key");
  private static final String JWK = Json.of(Jwks.of(KEY));
  private static final String SET = Jwks.set(KEY);

  private final List<String> skipped = new ArrayList<>();

  static Stream<Arguments> formats() {
    return Stream.of(
        arguments("PEM", Pem.of(KEY)),
        arguments("PEM after text", "a comment\n" + Pem.of(KEY)),
        arguments("JWK", JWK),
        arguments("JWK after white space", " \r\n\t" + JWK + "\n"),
        arguments("JWKS", SET),
        arguments("JWK in base64url", encoded(Base64.getUrlEncoder().withoutPadding(), JWK)),
        arguments("JWKS in base64url", encoded(Base64.getUrlEncoder().withoutPadding(), SET)),
        arguments("JWK in base64url with padding", encoded(Base64.getUrlEncoder(), JWK + " ")),
        arguments("JWKS in base64", encoded(Base64.getEncoder(), SET)),
        arguments("JWKS in lines of base64", encoded(Base64.getMimeEncoder(), SET + "\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void readsEveryFormat(String format, String text) throws Exception {
    assertThat(configured(text).keys())
        .extracting(VerificationKey::key)
        .containsExactly(KEY.verification());
    assertThat(published(text).keys())
        .extracting(VerificationKey::key)
        .containsExactly(KEY.verification());
    assertThat(skipped).isEmpty();
  }

  @Test
  void givesPemNoKid() throws Exception {
    assertThat(configured(Pem.of(KEY)).select(Headers.of("RS256", "any"))).isPresent();
  }

  @Test
  void tellsOfEachKeyThatIsLeftOut() throws Exception {
    JwkSet set = configured(Jwks.set(TestKeys.secret("s"), KEY, TestKeys.rsa("weak", 1024)));

    assertThat(set.keyIds()).containsExactly("key");
    assertThat(skipped).hasSize(2);
    assertThat(skipped.get(0)).startsWith("key 1, kid \"s\": it is a shared secret");
    assertThat(skipped.get(1)).startsWith("key 3, kid \"weak\": an RSA key of 1024 bits");
  }

  @Test
  void judgesPemAsItJudgesJwk() throws Exception {
    String weak = Pem.of(TestKeys.rsa("weak", 1024));

    assertThatThrownBy(() -> configured(weak))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("an RSA key of 1024 bits; expected at least 2048");
    assertThat(KeyDocument.parse(weak, new KeyPolicy(true), skipped::add).keys()).hasSize(1);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("nothing", "", "found nothing"),
        arguments("white space", " \n", "found nothing"),
        arguments("prose", "not a key at all!", "found a text of another format"),
        arguments("a path", "/etc/keys/key.pem", "found a text of another format"),
        arguments(
            "DER in base64",
            Base64.getEncoder().encodeToString(KEY.verification().getEncoded()),
            "put it between -----BEGIN PUBLIC KEY-----"),
        arguments("a JSON array", "[" + JWK + "]", "JSON whose root is not an object"),
        arguments("broken JSON", "{" + SET, "not strict JSON"),
        arguments("a byte order mark", "\ufeff" + SET, "a byte order mark"),
        arguments("other JSON", "{\"a\":1}", "neither a JWK"),
        arguments(
            "other JSON in base64url",
            encoded(Base64.getUrlEncoder(), "{\"a\":1}"),
            "neither a JWK"),
        arguments("XML", "<RSAKeyValue></RSAKeyValue>", "found a text of another format"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void saysWhatItFoundAndWhatItExpected(String what, String text, String reason) {
    assertThatThrownBy(() -> configured(text))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> published(text))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> privateKeys() {
    String jwk = Json.of(Jwks.privateOf(KEY));
    return Stream.of(
        arguments("PEM", Pem.privateOf(KEY)),
        arguments("JWK", jwk),
        arguments("JWKS", "{\"keys\":[" + jwk + "]}"),
        arguments("JWKS beside a public key", "{\"keys\":[" + JWK + "," + jwk + "]}"),
        arguments("JWK in base64url", encoded(Base64.getUrlEncoder(), jwk)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("privateKeys")
  void refusesPrivateKeyThatIsConfigured(String format, String text) {
    assertThatThrownBy(() -> configured(text))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("found a private key");
  }

  @Test
  void leavesOutPrivateKeyThatIsPublished() throws Exception {
    String set = Jwks.set(List.of(Jwks.privateOf(TestKeys.rsa("leaked")), Jwks.of(KEY)));

    assertThat(published(set).keyIds()).containsExactly("key");
    assertThat(skipped).hasSize(1);
    assertThat(skipped.get(0)).contains("A PRIVATE KEY IS PUBLISHED");
  }

  @Test
  void refusesPublishedSetThatIsNotUtf8() {
    byte[] bytes = SET.getBytes(UTF_8);
    bytes[bytes.length - 4] = (byte) 0xff;

    assertThatThrownBy(() -> KeyDocument.parsePublished(bytes, POLICY, skipped::add))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("not valid UTF-8");
  }

  private JwkSet configured(String text) throws KeyFormatException {
    return KeyDocument.parse(text, POLICY, skipped::add);
  }

  private JwkSet published(String text) throws KeyFormatException {
    return KeyDocument.parsePublished(text.getBytes(UTF_8), POLICY, skipped::add);
  }

  private static String encoded(Base64.Encoder encoder, String json) {
    return encoder.encodeToString(json.getBytes(UTF_8));
  }
}
