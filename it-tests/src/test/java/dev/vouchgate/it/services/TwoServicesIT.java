package dev.vouchgate.it.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.sample.SampleWar;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample in two servers: as {@code orders}, and as the {@code inventory} that it calls. A token
 * for the one is no use at the other.
 */
class TwoServicesIT {
  private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([^\"]+)\"");

  /** Of the secret that orders have at the token endpoint. */
  private static final String SECRET_HASH =
      "PBKDF2WithHmacSHA256:1024:MDEyMzQ1Njc4OWFiY2RlZg==:5pW6FFjmr"
          + "vvG8SdgRMoLYfLoRvJ+Ntl9GG0NpKvZtJs=";

  private static PayaraMicro orders;
  private static PayaraMicro inventory;
  private static TestIssuer people;

  @BeforeAll
  static void start() {
    people = new TestIssuer();
    orders = PayaraMicro.start(ServerOptions.loggingTo(Path.of("target/orders-server.log")));
    inventory = PayaraMicro.start(ServerOptions.loggingTo(Path.of("target/inventory-server.log")));
  }

  @AfterAll
  static void end() {
    inventory.close();
    orders.close();
    people.close();
  }

  /** Orders get their tokens from the issuer that the inventory trusts. */
  @Test
  void callWithTokensOfATokenEndpoint(@TempDir Path folder) throws Exception {
    try (TokenService sts = new TokenService(people);
        Deployment called =
            Deployment.to(inventory, folder, trusting(people.name(), "inventory", keys()));
        Deployment calling =
            Deployment.to(
                orders,
                folder,
                trusting(
                    people.name(),
                    "orders",
                    with(
                        keys(),
                        Map.of(
                            "inventory/mp-rest/url",
                            inventory.baseUri().toString(),
                            "vouchgate.call.token-endpoint",
                            sts.address(),
                            "vouchgate.call.client-id",
                            TokenService.CLIENT,
                            "vouchgate.call.client-secret",
                            TokenService.SECRET))))) {
      String alice = people.token("alice", "user");
      for (int i = 0; i < 3; i++) {
        assertAnswered(calling, alice, "orders");
      }
      assertThat(sts.audiences()).as("asked for once").containsExactly("inventory");

      assertRefused(get(called, "stock/tea", alice));
      String forInventory = people.tokenForAudience("inventory", "orders", "user");
      assertThat(get(called, "stock/tea", forInventory).statusCode()).isEqualTo(200);
      assertRefused(get(calling, "availability/tea", forInventory));
    }
  }

  /** Orders get them from a third application, which is behind the gate as well. */
  @Test
  void callWithTokensOfAnotherGate(@TempDir Path folder) throws Exception {
    String gate = orders.baseUri() + "sts";
    Map<String, String> issuing =
        with(
            keys(),
            Map.of(
                "vouchgate.issue.issuer", gate,
                "vouchgate.issue.token-path", "/token",
                "vouchgate.issue.client.orders.secret", SECRET_HASH,
                "vouchgate.issue.client.orders.audiences", "inventory,mail",
                "vouchgate.issue.client.orders.roles", "user"));
    Map<String, String> calling =
        with(
            keys(),
            Map.of(
                "inventory/mp-rest/url",
                inventory.baseUri().toString(),
                "vouchgate.call.token-endpoint",
                gate + "/token",
                "vouchgate.call.client-id",
                TokenService.CLIENT,
                "vouchgate.call.client-secret",
                TokenService.SECRET));
    Map<String, String> called =
        with(keys(), Map.of("vouchgate.issuers", "sts", "vouchgate.issuer.sts.issuer", gate));
    try (Deployment sts =
            Deployment.to(orders, "sts", folder, trusting(people.name(), "sts", issuing));
        Deployment ours =
            Deployment.to(orders, folder, trusting(people.name(), "orders", calling));
        Deployment theirs =
            Deployment.to(inventory, folder, trusting(people.name(), "inventory", called))) {
      String alice = people.token("alice", "user");
      assertAnswered(ours, alice, "orders");
      assertRefused(get(theirs, "stock/tea", alice));
      assertRefused(get(sts, "sts/stock/tea", alice));
    }
  }

  /**
   * Orders sign their tokens themselves, and the inventory trusts them for it, as it does people.
   */
  @Test
  void callWithTokensThatTheySignThemselves(@TempDir Path folder) throws Exception {
    String self = orders.baseUri().toString().replaceFirst("/$", "");
    Map<String, String> settings =
        with(
            keys(),
            Map.of(
                "inventory/mp-rest/url", inventory.baseUri().toString(),
                "vouchgate.call.inventory.roles", "user",
                "vouchgate.issue.issuer", self,
                "vouchgate.issue.rotation", "2s",
                "vouchgate.issue.publish-ahead", "6s",
                "vouchgate.issue.lifetime", "3s",
                "vouchgate.issue.lifetime.longest", "10s"));
    try (Deployment calling =
            Deployment.to(orders, folder, trusting(people.name(), "orders", settings));
        Deployment called =
            Deployment.to(
                inventory,
                folder,
                trusting(
                    people.name(),
                    "inventory",
                    with(
                        keys(),
                        Map.of(
                            "vouchgate.issuers", "orders",
                            "vouchgate.issuer.orders.issuer", self,
                            "vouchgate.jwks.min-ttl", "1s"))))) {
      String alice = people.token("alice", "user");
      List<String> atFirst = keyIds(calling);
      assertThat(atFirst).hasSizeGreaterThan(1);

      Poll.until(
          Duration.ofSeconds(60),
          "more new keys than there were, so that one of them signs; with every call answered",
          () -> {
            assertAnswered(calling, alice, "orders");
            return keyIds(calling).stream().filter(kid -> !atFirst.contains(kid)).count()
                > atFirst.size();
          });

      assertRefused(get(called, "stock/tea", alice));
      String forInventory = people.tokenForAudience("inventory", "alice", "user");
      assertThat(get(called, "stock/tea", forInventory).statusCode()).isEqualTo(200);
    }
  }

  private static void assertAnswered(Deployment calling, String token, String name) {
    HttpResponse<String> answer = get(calling, "availability/tea", token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"caller\":\"alice\"", "\"asked as\":\"" + name + "\"", "\"left\":");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_token\"");
  }

  private static List<String> keyIds(Deployment calling) {
    HttpResponse<String> keys = get(calling, ".well-known/jwks.json", "");
    assertThat(keys.statusCode()).isEqualTo(200);
    return KEY_ID.matcher(keys.body()).results().map((MatchResult kid) -> kid.group(1)).toList();
  }

  private static HttpResponse<String> get(Deployment application, String path, String token) {
    try {
      URI base = application.server().baseUri();
      return token.isEmpty() ? Calls.get(base.toURL(), path) : Calls.get(base.toURL(), path, token);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> keys() {
    return Map.of("mp.jwt.verify.publickey.location", people.keysLocation());
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static WebArchive trusting(String issuer, String audience, Map<String, String> more) {
    return SampleWar.with(
        with(more, Map.of("mp.jwt.verify.issuer", issuer, "mp.jwt.verify.audiences", audience)));
  }

  /**
   * An archive in a server, until it is closed.
   *
   * @param server where it is
   * @param name its context root too, unless it is at the server's own
   */
  private record Deployment(PayaraMicro server, String name) implements AutoCloseable {
    private static final String AT_ROOT = "service";

    static Deployment to(PayaraMicro server, Path folder, WebArchive archive) throws IOException {
      return to(server, AT_ROOT, folder, archive);
    }

    static Deployment to(PayaraMicro server, String name, Path folder, WebArchive archive)
        throws IOException {
      Path file = Files.createTempFile(folder, name, ".war");
      archive.as(ZipExporter.class).exportTo(file.toFile(), true);
      server.deploy(name, name.equals(AT_ROOT) ? "/" : "/" + name, file);
      return new Deployment(server, name);
    }

    @Override
    public void close() {
      server.undeploy(name);
    }
  }
}
