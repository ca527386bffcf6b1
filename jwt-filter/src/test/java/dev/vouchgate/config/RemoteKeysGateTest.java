package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenUnjudged;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate whose keys are fetched, and one whose tokens are encrypted. */
class RemoteKeysGateTest {
  private final MutableClock clock = new MutableClock();
  private final StubJwksServer server = new StubJwksServer();

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void fetchesKeysFromTheirLocation() throws RejectedException {
    server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
    assertAccepts(issuerOnly().with("mp.jwt.verify.publickey.location", server.jwks().toString()));
  }

  @Test
  void findsKeysThroughTheIssuerAlone() throws RejectedException {
    String issuer = server.origin() + "/realms/shop";
    server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
    server.on(
        "/realms/shop/.well-known/openid-configuration",
        Answer.of("{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + server.jwks() + "\"}"));
    try (Gate gate = Gate.from(issuerOnly().with("mp.jwt.verify.issuer", issuer).read(), clock)) {
      assertThat(gate.verify(Tokens.valid().claim("iss", issuer).compact())).isNotNull();
    }
  }

  @Test
  void cannotJudgeWithoutKeysAndSaysWhenToComeBack() {
    List<TokenUnjudged> heard = new ArrayList<>();
    GateListener listener =
        new GateListener() {
          @Override
          public void unavailable(TokenUnjudged event) {
            heard.add(event);
          }
        };
    Settings settings =
        Settings.read(
            issuerOnly()
                .with("mp.jwt.verify.publickey.location", server.jwks().toString())
                .source(),
            getClass().getClassLoader(),
            listener);
    try (Gate gate = Gate.from(settings, clock)) {
      RejectedException refused =
          catchThrowableOfType(
              RejectedException.class, () -> gate.verify(Tokens.valid().compact()));
      assertThat(refused.rejection()).isInstanceOf(Rejection.Unavailable.class);
      Rejection.Unavailable unavailable = (Rejection.Unavailable) refused.rejection();
      assertThat(unavailable.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      assertThat(unavailable.logReason()).contains(server.jwks().toString());
      assertThat(heard)
          .containsExactly(new TokenUnjudged(unavailable.logReason(), unavailable.retryAfter()));
    }
  }

  @Test
  void endsItsFetchingWhenClosed() throws RejectedException, InterruptedException {
    server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
    assertAccepts(issuerOnly().with("mp.jwt.verify.publickey.location", server.jwks().toString()));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("vouchgate-keys")) {
        thread.join(Duration.ofSeconds(10).toMillis());
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void acceptsNothingButEncryptedTokensIfThereIsAKeyForThem(@TempDir Path folder)
      throws IOException, RejectedException {
    Path key = folder.resolve("key.pem");
    Files.writeString(key, KeyTexts.pem(TestKeys.rsa("encryption").privateKey()));
    assertOpensOnlyEncrypted(key.toString());
  }

  @Test
  void fetchesAPrivateKeyAtDeployment() throws RejectedException {
    server.on("/key", Answer.of(KeyTexts.privateJwk(TestKeys.rsa("encryption"))));
    assertOpensOnlyEncrypted(server.uri("/key").toString());
    assertThat(server.hits("/key")).isOne();
  }

  @Test
  void stopsWithoutItsPrivateKey() {
    String location = server.uri("/key").toString();
    assertThat(issuerOnly().with("mp.jwt.decrypt.key.location", location).problems())
        .singleElement()
        .asString()
        .startsWith("mp.jwt.decrypt.key.location: ")
        .contains(location, "404");
  }

  @Test
  void saysThatAPublicKeyDecryptsNothing() {
    server.on("/key", Answer.of(KeyTexts.jwk(TestKeys.rsa("encryption"))));
    String location = server.uri("/key").toString();
    assertThat(issuerOnly().with("mp.jwt.decrypt.key.location", location).problems())
        .singleElement()
        .asString()
        .startsWith("mp.jwt.decrypt.key.location: ");
  }

  @Test
  void acceptsOnlyTheKeyManagementThatIsSet() throws RejectedException {
    server.on("/key", Answer.of(KeyTexts.privateJwk(TestKeys.rsa("encryption"))));
    SettingsUnderTest settings =
        signedBy("rsa")
            .with("mp.jwt.decrypt.key.location", server.uri("/key").toString())
            .with("mp.jwt.decrypt.key.algorithm", "RSA-OAEP-256");
    String token = EncryptedTokens.of(Tokens.valid().compact()).compact();
    try (Gate gate = Gate.from(settings.read(), clock)) {
      assertThat(catchThrowableOfType(RejectedException.class, () -> gate.verify(token)))
          .extracting(RejectedException::rejection)
          .isInstanceOf(Rejection.DisallowedAlgorithm.class);
    }
  }

  private void assertOpensOnlyEncrypted(String location) throws RejectedException {
    SettingsUnderTest settings = signedBy("rsa").with("mp.jwt.decrypt.key.location", location);
    String signed = Tokens.valid().compact();
    try (Gate gate = Gate.from(settings.read(), clock)) {
      assertThat(gate.verify(EncryptedTokens.of(signed).compact()).callerName())
          .isEqualTo("jdoe@example.com");
      assertThat(catchThrowableOfType(RejectedException.class, () -> gate.verify(signed)))
          .extracting(RejectedException::rejection)
          .isInstanceOf(Rejection.MalformedToken.class);
    }
  }

  private static SettingsUnderTest signedBy(String kid) {
    return issuerOnly().with("mp.jwt.verify.publickey", KeyTexts.jwk(TestKeys.rsa(kid)));
  }

  private void assertAccepts(SettingsUnderTest settings) throws RejectedException {
    try (Gate gate = Gate.from(settings.read(), clock)) {
      assertThat(gate.verify(Tokens.valid().compact()).claims().claim("iss"))
          .isEqualTo(java.util.Optional.of(Tokens.ISSUER));
    }
  }
}
