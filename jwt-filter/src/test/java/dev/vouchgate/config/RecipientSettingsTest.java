package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that we sign and then encrypt. */
class RecipientSettingsTest {
  private static final String LOCATION = "vouchgate.issue.encrypt.key.location";
  private static final String ALGORITHM = "vouchgate.issue.encrypt.key.algorithm";
  private static final SettingsUnderTest ISSUING =
      SettingsUnderTest.of(
          Map.of(
              "vouchgate.issue.issuer", "https://shop.example.com",
              "mp.jwt.verify.audiences", "orders"));

  @TempDir private Path folder;

  @Test
  void areReadByWhoHasThePrivateKey() throws Exception {
    for (TestKey key : List.of(TestKeys.rsa("encryption"), TestKeys.p384("encryption"))) {
      SettingsUnderTest settings =
          ISSUING
              .with(LOCATION, file(Pem.of(key)))
              .with("mp.jwt.decrypt.key.location", file(Pem.privateOf(key)))
              .with("vouchgate.decrypt.algorithms", "RSA-OAEP-256,ECDH-ES");
      try (Gate gate = Gate.from(settings.read(), new MutableClock())) {
        String compact = gate.issuer().orElseThrow().token("jdoe", "orders").issue().compact();
        assertThat(compact.split("\\.", -1)).hasSize(5);
        assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe");
      }
    }
  }

  @Test
  void areForTheKeyOfASetThatIsForEncryption() throws Exception {
    Map<String, @Nullable Object> jwk = Jwks.of(TestKeys.rsa("encryption"));
    jwk.put("use", "enc");
    jwk.put("alg", "RSA-OAEP");
    String set = Jwks.set(List.of(Jwks.of(TestKeys.p256("signing")), jwk));
    assertThat(ISSUING.with(LOCATION, file(set)).problems()).isEmpty();
    assertThat(ISSUING.with(LOCATION, file(set)).with(ALGORITHM, "RSA-OAEP-256").problems())
        .containsExactly(LOCATION + ": the key there is not for RSA-OAEP-256");
  }

  @Test
  void areNotEncryptedByHalf() throws Exception {
    assertThat(ISSUING.with(ALGORITHM, "ECDH-ES").problems())
        .containsExactly(LOCATION + ": was not set; expected the key that the algorithm is for");
    assertThat(ISSUING.with(ALGORITHM, "dir").problems())
        .containsExactly(
            ALGORITHM
                + ": was dir; expected RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW or"
                + " ECDH-ES+A256KW");
    assertThat(ISSUING.with(LOCATION, "https://shop.example.com/keys").problems())
        .containsExactly(
            LOCATION
                + ": was https://shop.example.com/keys; expected file path or class path resource");
    assertThat(
            ISSUING
                .with(LOCATION, file(Pem.of(TestKeys.rsa("encryption"))))
                .with(ALGORITHM, "ECDH-ES")
                .problems())
        .containsExactly(LOCATION + ": the key there is not for ECDH-ES");
    assertThat(
            ISSUING
                .with(LOCATION, file(Json.of(Jwks.privateOf(TestKeys.rsa("encryption")))))
                .problems())
        .containsExactly(
            LOCATION + ": found a private key where the recipient's public one belongs");
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "key", ""), content).toString();
  }
}
