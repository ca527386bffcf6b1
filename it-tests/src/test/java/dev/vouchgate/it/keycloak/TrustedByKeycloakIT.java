package dev.vouchgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.it.Poll;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.TemporaryFolder;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Keycloak takes what our keys have signed: a service proves itself by tokens of its own issuer,
 * whose keys Keycloak fetches from where the sample publishes them.
 */
@Tag("keycloak")
class TrustedByKeycloakIT {
  private static final String SERVICE = "nightly-report";
  private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";

  private static Path folder;
  private static KeycloakServer keycloak;
  private static PayaraMicro payara;
  private static TokenClient market;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("vouchgate-it-ring");
    keycloak =
        KeycloakServer.start(
            Path.of(System.getProperty("keycloak.home")),
            List.of(Path.of("src/test/resources/keycloak/market.json")),
            Path.of("target/keycloak-trusting.log"));
    market = new TokenClient(keycloak.issuer("market"));
    ServerOptions options =
        ServerOptions.loggingTo(Path.of("target/payara-micro-issuing.log"))
            .withSystemProperty("mp.jwt.verify.audiences", SERVICE);
    for (Map.Entry<String, String> setting : issuing().entrySet()) {
      options = options.withSystemProperty(setting.getKey(), setting.getValue());
    }
    payara = PayaraMicro.start(options);
    payara.deploy("sample-war", "/", Path.of(System.getProperty("sample.war")));
    URI keys = payara.baseUri().resolve("/.well-known/jwks.json");
    new RealmAdministration(keycloak, "market").addSigningClient(SERVICE, "ES256", keys);
  }

  @AfterAll
  static void end() throws IOException {
    if (payara != null) {
      payara.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
    TemporaryFolder.delete(folder);
  }

  @Test
  void takesATokenOfOursForAProofOfWhoAsks() throws Exception {
    try (Gate service = gate(issuing())) {
      String token = market.clientCredentialsByAssertion(assertion(service));

      try (Gate trusting =
          gate(
              Map.of(
                  "mp.jwt.verify.issuer",
                  keycloak.issuer("market").toString(),
                  "mp.jwt.verify.publickey.location",
                  keycloak.issuer("market") + "/protocol/openid-connect/certs"))) {
        assertThat(verified(trusting, token)).isEqualTo("service-account-" + SERVICE);
      }
    }
  }

  @Test
  void refusesOneThatIsForSomebodyElse() {
    try (Gate service = gate(issuing())) {
      String other =
          service.issuer().orElseThrow().token(SERVICE, "somebody-else").issue().compact();

      assertThatThrownBy(() -> market.clientCredentialsByAssertion(other))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("No token for whoever asks, but 40[01]");
    }
  }

  @Test
  void refusesOneOfAnotherRing() {
    Map<String, String> alone =
        Map.of("vouchgate.issue.issuer", SERVICE, "mp.jwt.verify.audiences", SERVICE);
    try (Gate stranger = gate(alone)) {
      assertThatThrownBy(() -> market.clientCredentialsByAssertion(assertion(stranger)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("No token for whoever asks, but 40[01]");
    }
  }

  private static String assertion(Gate service) {
    return service
        .issuer()
        .orElseThrow()
        .token(SERVICE, keycloak.issuer("market").toString())
        .issue()
        .compact();
  }

  private static String verified(Gate gate, String token) throws RejectedException {
    Poll.until(
        Duration.ofSeconds(30), "the keys of Keycloak to arrive", () -> isJudged(gate, token));
    return gate.verify(token).callerName();
  }

  private static boolean isJudged(Gate gate, String token) {
    try {
      gate.verify(token);
      return true;
    } catch (RejectedException e) {
      return !(e.rejection() instanceof Rejection.Unavailable);
    }
  }

  private static Map<String, String> issuing() {
    return Map.of(
        "vouchgate.issue.issuer", SERVICE,
        "vouchgate.issue.keys.folder", folder.toString(),
        "vouchgate.issue.keys.secret", SECRET);
  }

  private static Gate gate(Map<String, String> settings) {
    return Gate.from(
        Settings.read(SettingsSource.of(settings), TrustedByKeycloakIT.class.getClassLoader()));
  }
}
