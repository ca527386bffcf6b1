package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueSettingsTest {
  private static final SettingsUnderTest ISSUING =
      SettingsUnderTest.of(Map.of("vouchgate.issue.issuer", "https://shop.example.com"));

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "vouchgate.issue.algorithm        | Ed448",
        "vouchgate.issue.lifetime         | 1",
        "vouchgate.issue.lifetime.longest | 720h",
        "vouchgate.issue.rotation         | 10m",
        "vouchgate.issue.publish-ahead    | 720h",
        "vouchgate.issue.base-url         | http://127.0.0.1:8080/orders/",
        "vouchgate.issue.trust            | true",
      })
  void takes(String name, String value) {
    assertThat(ISSUING.with(name, value).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "vouchgate.issue.algorithm        | HS256 | RS256, RS384, RS512, PS256, PS384, PS512,"
            + " ES256, ES384, ES512, EdDSA, Ed25519 or Ed448",
        "vouchgate.issue.lifetime         | 0     | a duration from 1 to 2592000 seconds, such as 90s",
        "vouchgate.issue.lifetime         | 6m    | a duration not above"
            + " vouchgate.issue.lifetime.longest (PT5M)",
        "vouchgate.issue.lifetime.longest | 721h  | a duration from 1 to 2592000 seconds, such as 90s",
        "vouchgate.issue.rotation         | 0     | a duration from 1 to 315360000 seconds, such as 90s",
        "vouchgate.issue.publish-ahead    | 0     | a duration from 1 to 2592000 seconds, such as 90s",
        "vouchgate.issue.base-url         | shop  | the http or https URL of the application's root,"
            + " such as https://api.example.com/shop",
        "vouchgate.issue.base-url         | https://a@b.example | the http or https URL of the"
            + " application's root, such as https://api.example.com/shop",
        "vouchgate.issue.trust            | yes   | true or false",
      })
  void tellsWhatAValueMayBe(String name, String value, String expected) {
    assertThat(ISSUING.with(name, value).problems())
        .singleElement()
        .asString()
        .startsWith(name + ": was ")
        .endsWith("; expected " + expected);
  }

  @Test
  void refusesARotationThatMakesTooManyKeys() {
    assertThat(ISSUING.with("vouchgate.issue.rotation", "2s").problems())
        .containsExactly(
            "vouchgate.issue.rotation: a new key every PT2S, published PT2H before it signs and"
                + " PT6M after, makes over 256 keys at a time; expected a longer rotation, or a"
                + " shorter vouchgate.issue.publish-ahead");
    assertThat(
            ISSUING
                .with("vouchgate.issue.rotation", "2s")
                .with("vouchgate.issue.publish-ahead", "4s")
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vouchgate.issue.base-url",
        "vouchgate.issue.keys.secret",
        "vouchgate.issue.keys.password"
      })
  void wantsANameOnceKeysAreMeant(String name) {
    assertThat(issuerOnly().with(name, "https://x.example").problems())
        .contains(
            "vouchgate.issue.issuer: was not set; expected the name that tokens are issued by");
  }

  @Test
  void refusesKeysOfItsOwnFromElsewhere() {
    assertThat(
            SettingsUnderTest.withSecret().with("vouchgate.issue.issuer", Tokens.ISSUER).problems())
        .containsExactly(
            "vouchgate.issue.trust: was not set; expected false, for the keys of"
                + " "
                + Tokens.ISSUER
                + " are set elsewhere too");
  }

  @Test
  void wantsASecretOf32BytesForAFolder() {
    SettingsUnderTest shared = ISSUING.with("vouchgate.issue.keys.folder", folder.toString());
    assertThat(shared.problems())
        .singleElement()
        .asString()
        .startsWith("vouchgate.issue.keys.secret: was not set; expected base64url of 32 bytes");
    assertThat(
            shared.with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(31)).problems())
        .containsExactly(
            "vouchgate.issue.keys.secret: was (hidden); expected base64url of 32 bytes");
    assertThat(
            shared
                .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32) + "=")
                .problems())
        .isEmpty();
  }

  @Test
  void readsTheSecretFromAFileThatIsPrivate() throws IOException {
    Path file = file("secret", SettingsUnderTest.secretOf(32) + "\n");
    SettingsUnderTest shared =
        ISSUING
            .with("vouchgate.issue.keys.folder", folder.resolve("ring").toString())
            .with("vouchgate.issue.keys.secret.location", file.toString());
    assertThat(shared.problems()).isEmpty();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(shared.problems())
        .containsExactly(
            "vouchgate.issue.keys.secret.location: "
                + file
                + ": others than its owner may use it (rw-r-----); expected nobody to: chmod 600 "
                + file);
  }

  @Test
  void refusesOneOfTwoThatExcludeEachOther() throws IOException {
    Path key = file("key.pem", Pem.privateOf(TestKeys.of("ES256")));
    assertThat(
            ISSUING
                .with("vouchgate.issue.keys.folder", folder.toString())
                .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32))
                .with("vouchgate.issue.keys.secret.location", "/nowhere")
                .with("vouchgate.issue.keys.location", key.toString())
                .problems())
        .contains(
            "vouchgate.issue.keys.secret, vouchgate.issue.keys.secret.location: both are set;"
                + " expected one of them",
            "vouchgate.issue.keys.folder, vouchgate.issue.keys.location: both are set; expected"
                + " one of them");
  }

  @Test
  void signsWithTheFirstOfGivenKeysAndPublishesAll() throws IOException {
    String jwks =
        Jwks.set(
            List.of(Jwks.privateOf(TestKeys.rsa("first")), Jwks.privateOf(TestKeys.rsa("second"))));
    Path file = file("keys.json", jwks);
    try (Gate gate = gate(file)) {
      SigningKeyRing ring = gate.issuer().orElseThrow().keys();
      assertThat(ring.active().keyId()).isEqualTo("first");
      assertThat(ring.active().algorithm().toString()).isEqualTo("RS256");
      assertThat(ring.published())
          .extracting(jwk -> jwk.get("kid"))
          .containsExactly("first", "second");

      ring.revoke("first");
      assertThat(ring.active().keyId()).isEqualTo("second");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-rw-rw-"})
  void refusesAKeyFileThatOthersMayUse(String permissions) throws IOException {
    Path file = file("key.pem", Pem.privateOf(TestKeys.of("ES256")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThat(ISSUING.with("vouchgate.issue.keys.location", file.toString()).problems())
        .containsExactly(
            "vouchgate.issue.keys.location: "
                + file
                + ": others than its owner may use it ("
                + permissions
                + "); expected nobody to: chmod 600 "
                + file);
  }

  @Test
  void tellsWhatIsWrongWithAKeyFile() throws IOException {
    Path file = file("key.json", Json.of(Jwks.of(TestKeys.rsa("public"))));
    assertThat(ISSUING.with("vouchgate.issue.keys.location", file.toString()).problems())
        .containsExactly(
            "vouchgate.issue.keys.location: key 1, kid \"public\": it is no private key: it has no"
                + " d");
    assertThat(ISSUING.with("vouchgate.issue.keys.location", "/nowhere/key.pem").problems())
        .containsExactly("vouchgate.issue.keys.location: there is no file /nowhere/key.pem");
  }

  private Gate gate(Path keys) {
    return Gate.from(
        ISSUING.with("vouchgate.issue.keys.location", keys.toString()).read(), new MutableClock());
  }

  private Path file(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
