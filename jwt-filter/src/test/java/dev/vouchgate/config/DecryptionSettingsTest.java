package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which encrypted tokens are accepted: by default, by either setting, and with which keys. */
class DecryptionSettingsTest {
  private static final String LOCATION = "mp.jwt.decrypt.key.location";
  private static final String ONE = "mp.jwt.decrypt.key.algorithm";
  private static final String SEVERAL = "vouchgate.decrypt.algorithms";
  private static final TestKey RSA = TestKeys.rsa("encryption");
  private static final TestKey EC = TestKeys.p256("encryption");

  @TempDir Path folder;

  @Test
  void acceptsNoneWithoutAKey() {
    assertThat(issuerOnly().with(SEVERAL, "ECDH-ES").read().tokens().decryption()).isEmpty();
  }

  @Test
  void acceptsThoseOfMicroProfileWhereNothingIsSaid() throws Exception {
    assertThat(algorithms(with(RSA)))
        .containsExactlyInAnyOrder(JweAlgorithm.RSA_OAEP, JweAlgorithm.RSA_OAEP_256);
  }

  @Test
  void acceptsTheOneThatMicroProfileNames() throws Exception {
    assertThat(algorithms(with(RSA).with(ONE, "RSA-OAEP-256")))
        .containsExactly(JweAlgorithm.RSA_OAEP_256);
    assertThat(algorithms(with(EC).with(ONE, "ECDH-ES"))).containsExactly(JweAlgorithm.ECDH_ES);
  }

  @Test
  void acceptsAllThatAreListed() throws Exception {
    assertThat(algorithms(with(RSA, EC).with(SEVERAL, "RSA-OAEP-256, ECDH-ES+A256KW")))
        .containsExactlyInAnyOrder(JweAlgorithm.RSA_OAEP_256, JweAlgorithm.ECDH_ES_A256KW);
  }

  @Test
  void heedsTheListAndNotTheOne() throws Exception {
    assertThat(algorithms(with(EC).with(ONE, "RSA-OAEP").with(SEVERAL, "ECDH-ES")))
        .containsExactly(JweAlgorithm.ECDH_ES);
  }

  @Test
  void refusesKeysThatNoAcceptedTokenIsFor() throws Exception {
    assertThat(with(EC).problems())
        .containsExactly(
            LOCATION
                + ": no key there is for RSA-OAEP, RSA-OAEP-256; vouchgate.decrypt.algorithms says"
                + " which are accepted");
    assertThat(with(RSA).with(SEVERAL, "ECDH-ES").problems())
        .singleElement()
        .asString()
        .contains("no key there is for ECDH-ES;");
  }

  @Test
  void readsOneKeyInPem() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), Pem.privateOf(EC));
    SettingsUnderTest settings =
        issuerOnly().with(LOCATION, file.toString()).with(SEVERAL, "ECDH-ES");

    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void refusesNamesThatAreNone() throws Exception {
    for (String names : List.of("RSA1_5", "dir", "ECDH-ES,PBES2-HS256+A128KW", "ecdh-es", ",")) {
      assertThat(with(RSA).with(SEVERAL, names).problems())
          .as(names)
          .contains(
              SEVERAL
                  + ": was "
                  + names
                  + "; expected at least one of RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW,"
                  + " ECDH-ES+A256KW");
    }
  }

  private SettingsUnderTest with(TestKey... keys) throws IOException {
    List<?> jwks = List.of(keys).stream().map(Jwks::privateOf).toList();
    Path file = Files.writeString(folder.resolve("keys.json"), Jwks.set(jwks));
    return issuerOnly().with(LOCATION, file.toString());
  }

  private static Set<JweAlgorithm> algorithms(SettingsUnderTest settings) {
    return settings.read().tokens().decryption().orElseThrow().algorithms();
  }
}
