package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are read once, at deployment: in each format, from each place. */
class KeySettingsTest {
  private static final String INLINE = "mp.jwt.verify.publickey";
  private static final String LOCATION = "mp.jwt.verify.publickey.location";
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey EC = TestKeys.p256("p256");

  @TempDir private Path folder;

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of("RSA, PEM", "RS256", KeyTexts.pem(RSA.publicKey())),
        Arguments.of("RSA, JWK", "RS256", KeyTexts.jwk(RSA)),
        Arguments.of("RSA, JWKS", "RS256", KeyTexts.jwks(EC, RSA)),
        Arguments.of("RSA, JWK in base64url", "RS256", KeyTexts.base64url(KeyTexts.jwk(RSA))),
        Arguments.of("RSA, JWKS in base64url", "RS256", KeyTexts.base64url(KeyTexts.jwks(RSA))),
        Arguments.of("EC, PEM", "ES256", KeyTexts.pem(EC.publicKey())),
        Arguments.of("EC, JWK", "ES256", KeyTexts.jwk(EC)),
        Arguments.of("EC, JWKS", "ES256", KeyTexts.jwks(RSA, EC)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void takesAnInlineKey(String format, String alg, String text) throws RejectedException {
    assertAccepts(issuerOnly().with(INLINE, text).read(), alg);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void takesAKeyInAFile(String format, String alg, String text)
      throws IOException, RejectedException {
    Path file = Files.writeString(folder.resolve("key"), text);
    assertAccepts(issuerOnly().with(LOCATION, file.toString()).read(), alg);
    assertAccepts(issuerOnly().with(LOCATION, file.toUri().toString()).read(), alg);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"keys/public.pem", "/keys/public.pem"})
  void takesAKeyOnTheClassPath(String location) throws RejectedException {
    String pem = KeyTexts.pem(RSA.publicKey());
    ClassLoader loader = loaderOf("keys/public.pem", pem);
    assertAccepts(Settings.read(issuerOnly().with(LOCATION, location).source(), loader), "RS256");
  }

  @Test
  void wantsNoUrlForAnIssuerWhoseKeysAreFixed() throws RejectedException {
    Settings settings =
        issuerOnly()
            .with("mp.jwt.verify.issuer", "our issuer")
            .with(INLINE, KeyTexts.jwk(RSA))
            .read();
    String token = Tokens.valid().claim("iss", "our issuer").compact();
    try (Gate gate = Gate.from(settings, new MutableClock())) {
      assertThat(gate.verify(token).callerName()).isEqualTo("jdoe@example.com");
    }
  }

  @Test
  void showsWhereKeysComeFrom() throws IOException {
    Path file = Files.writeString(folder.resolve("keys.jwks"), KeyTexts.jwks(RSA, EC));
    MutableClock clock = new MutableClock();
    try (Gate inline = Gate.from(issuerOnly().with(INLINE, KeyTexts.jwk(RSA)).read(), clock);
        Gate filed = Gate.from(issuerOnly().with(LOCATION, file.toString()).read(), clock)) {
      assertThat(inline.keySets())
          .containsExactly(
              new KeySetState(INLINE, true, Optional.empty(), List.of("rsa"), Optional.empty()));
      assertThat(filed.keySets())
          .containsExactly(
              new KeySetState(
                  file.toString(),
                  true,
                  Optional.of(Duration.ZERO),
                  List.of("rsa", "p256"),
                  Optional.empty()));
    }
  }

  @Test
  void refusesAKeyInTwoPlaces() {
    SettingsUnderTest settings =
        issuerOnly().with(INLINE, KeyTexts.jwk(RSA)).with(LOCATION, "https://idp.example.com/jwks");
    assertThat(settings.problems())
        .containsExactly(
            "mp.jwt.verify.publickey, mp.jwt.verify.publickey.location, vouchgate.secret,"
                + " vouchgate.secret.location: 2 of them are set; expected at most one");
  }

  static Stream<Arguments> privateKeys() {
    TestKey key = TestKeys.rsa("decryption");
    return Stream.of(
        Arguments.of("PEM", KeyTexts.pem(key.privateKey())),
        Arguments.of("JWK", KeyTexts.privateJwk(key)),
        Arguments.of("JWKS", KeyTexts.set(List.of(KeyTexts.privateJwk(key)))),
        Arguments.of("JWK in base64url", KeyTexts.base64url(KeyTexts.privateJwk(key))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("privateKeys")
  void refusesAPrivateKeyInline(String format, String text) {
    assertThat(issuerOnly().with(INLINE, text).problems())
        .singleElement()
        .asString()
        .startsWith(INLINE + ": ")
        .contains("private key")
        .doesNotContain(text.substring(60, 80));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("privateKeys")
  void refusesAPrivateKeyInAFile(String format, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), text);
    assertThat(issuerOnly().with(LOCATION, file.toString()).problems())
        .singleElement()
        .asString()
        .startsWith(LOCATION + ": ")
        .contains("private key")
        .doesNotContain(text.substring(60, 80));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {LOCATION, "mp.jwt.decrypt.key.location"})
  void saysWhereItLookedForAFileThatIsNotThere(String setting) {
    String location = folder.resolve("missing.pem").toString();
    assertThat(issuerOnly().with(setting, location).problems())
        .containsExactly(
            setting
                + ": '"
                + location
                + "' is not there: neither a file "
                + location
                + " nor a class path resource");
  }

  /** A key where its place should be is not shown as if it were one. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {LOCATION, "mp.jwt.decrypt.key.location"})
  void hidesAKeyThatIsGivenForItsLocation(String setting) {
    TestKey key = TestKeys.rsa("decryption");
    for (String text : new String[] {KeyTexts.pem(key.privateKey()), KeyTexts.privateJwk(key)}) {
      assertThat(issuerOnly().with(setting, text).problems())
          .containsExactly(setting + ": was (hidden); expected where the key is, not the key");
    }
  }

  @Test
  void hidesTheLocationOfASecretBecauseItMayBeTheSecret() {
    assertThat(issuerOnly().with("vouchgate.secret.location", "wombat").problems())
        .containsExactly(
            "vouchgate.secret.location: was (hidden); expected file path or class path resource"
                + " that can be read");
  }

  @Test
  void takesASecretInAFile() throws IOException, RejectedException {
    Path file = Files.writeString(folder.resolve("secret"), SettingsUnderTest.secretOf(64) + "\n");
    assertAccepts(issuerOnly().with("vouchgate.secret.location", file.toString()).read(), "HS256");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "not base64url!"})
  void refusesAFileWithoutASecret(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), text);
    assertThat(issuerOnly().with("vouchgate.secret.location", file.toString()).problems())
        .singleElement()
        .asString()
        .startsWith("vouchgate.secret.location: was (hidden); expected a secret");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"garbage", "{}", "{\"keys\":[]}", "-----BEGIN PUBLIC KEY-----"})
  void refusesWhatIsNoKey(String text) {
    assertThat(issuerOnly().with(INLINE, text).problems())
        .singleElement()
        .asString()
        .startsWith(INLINE + ": ");
  }

  @Test
  void refusesAShortRsaKeyUnlessToldOtherwise() {
    SettingsUnderTest settings =
        issuerOnly().with(INLINE, KeyTexts.pem(TestKeys.rsa("short", 1024).publicKey()));
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .startsWith(INLINE + ": ")
        .contains("1024", "2048");
    assertThat(settings.with("vouchgate.keys.allow-weak-rsa", "true").problems()).isEmpty();
  }

  @Test
  void refusesASharedSecretAsAPublicKey() {
    String oct = "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"" + SettingsUnderTest.secretOf(64) + "\"}";
    assertThatThrownBy(issuerOnly().with(INLINE, oct)::read)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(INLINE)
        .hasMessageNotContaining(SettingsUnderTest.secretOf(16));
  }

  private static void assertAccepts(Settings settings, String alg) throws RejectedException {
    try (Gate gate = Gate.from(settings, new MutableClock())) {
      assertThat(gate.verify(Tokens.valid(alg).compact()).callerName())
          .isEqualTo("jdoe@example.com");
    }
  }

  private static ClassLoader loaderOf(String name, String text) {
    return new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String asked) {
        return asked.equals(name)
            ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
            : null;
      }
    };
  }
}
