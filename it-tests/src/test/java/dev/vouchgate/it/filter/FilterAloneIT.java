package dev.vouchgate.it.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter in a server that knows of no tokens, configured in each of its ways. */
@Tag("filter")
class FilterAloneIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final Path LOG = Path.of("target/filter-it.log");

  private static final Map<String, String> TRUST =
      Map.of(
          "mp.jwt.verify.issuer", ISSUER.name(),
          "mp.jwt.verify.publickey.location", ISSUER.keysLocation());
  private static final Map<String, String> POLICIES =
      Map.of(
          "vouchgate.policy.mine.paths", "/mine/*",
          "vouchgate.policy.mine.roles", "**",
          "vouchgate.policy.admin.paths", "/admin/*",
          "vouchgate.policy.admin.roles", "admin",
          "vouchgate.policy.write.paths", "/writable",
          "vouchgate.policy.write.roles", "admin",
          "vouchgate.policy.write.methods", "POST");

  @TempDir private static Path archives;
  private static Server server;

  @BeforeAll
  static void deploy() {
    server = Column.underTest().start(ServerOptions.loggingTo(LOG));
    Map<String, String> all = new HashMap<>(TRUST);
    all.putAll(POLICIES);
    deploy("properties", FilterWar.withProperties("properties", all));
    deploy("parameters", FilterWar.withParameters("parameters", TRUST, POLICIES));
  }

  @AfterAll
  static void end() {
    server.close();
    ISSUER.close();
  }

  private static void deploy(String name, WebArchive war) {
    Path file = archives.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    server.deploy(name, "/" + name, file);
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"properties", "parameters"})
  void namesTheCallerAndTheCallersRoles(String war) throws Exception {
    String alice = ISSUER.token("alice", "user");

    assertThat(get(war + "/caller", alice).body())
        .isEqualTo("alice alice MP-JWT user=true admin=false");
    assertThat(get(war + "/async", alice).body())
        .isEqualTo("alice alice MP-JWT user=true admin=false");
    assertThat(get(war + "/caller").body()).isEqualTo("nobody null null user=false admin=false");
  }

  @ParameterizedTest(name = "by {0}: {1} {2}")
  @CsvSource({
    "properties, GET, caller, 200, 200, 200",
    "parameters, GET, caller, 200, 200, 200",
    "properties, GET, mine/orders, 401, 200, 200",
    "parameters, GET, mine/orders, 401, 200, 200",
    "properties, GET, admin/orders, 401, 403, 200",
    "parameters, GET, admin/orders, 401, 403, 200",
    "properties, POST, writable, 401, 403, 200",
    "parameters, POST, writable, 401, 403, 200",
    "properties, GET, writable, 401, 403, 403",
    "parameters, GET, writable, 401, 403, 403",
  })
  void holdsThePathPolicies(String war, String method, String path, int nobody, int user, int admin)
      throws Exception {
    HttpRequest.Builder request = request(war + "/" + path).method(method, BodyPublishers.noBody());

    assertThat(send(request).statusCode()).isEqualTo(nobody);
    assertThat(bearing(ISSUER.token("alice", "user"), request).statusCode()).isEqualTo(user);
    assertThat(bearing(ISSUER.token("bob", "admin"), request).statusCode()).isEqualTo(admin);
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"properties", "parameters"})
  void challenges(String war) throws Exception {
    assertThat(challenge(get(war + "/mine/orders"))).isEqualTo("Bearer realm=\"vouchgate\"");
    assertThat(challenge(get(war + "/admin/orders", ISSUER.token("alice", "user"))))
        .contains("error=\"insufficient_scope\"");
    for (String refused :
        new String[] {
          ISSUER.expiredToken("alice", "user"),
          ISSUER.tamperedToken("alice"),
          ISSUER.unsignedToken("alice", "user"),
          ISSUER.tokenOfIssuer("https://other.example", "alice", "user")
        }) {
      HttpResponse<String> response = get(war + "/caller", refused);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(challenge(response)).contains("error=\"invalid_token\"");
      assertThat(response.body()).isEmpty();
    }
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"properties", "parameters"})
  void forgetsTheCallerAtLogout(String war) throws Exception {
    String bob = ISSUER.token("bob", "admin");

    assertThat(get(war + "/logout", bob).body())
        .isEqualTo("nobody null null user=false admin=false");
    assertThat(get(war + "/logout?to=/caller", bob).body())
        .isEqualTo("nobody null null user=false admin=false");
    assertThat(get(war + "/logout?to=/admin/orders", bob).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "jakarta.enterprise.inject.spi.CDI",
        "jakarta.ws.rs.core.Application",
        "org.eclipse.microprofile.config.Config",
        "org.eclipse.microprofile.jwt.JsonWebToken"
      })
  void needsNoneOfThem(String absent) throws Exception {
    assertThat(get("properties/presence?of=" + absent).body()).isEqualTo("absent");
  }

  @Test
  void isItsJarAndTheTwoThatItNeeds() {
    assertThat(FilterWar.named("jars").getContent(path -> path.get().endsWith(".jar"))).hasSize(3);
  }

  @Test
  void doesNotStartWithWrongSettings() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                deploy(
                    "wrong",
                    FilterWar.withParameters("wrong", Map.of("vouchgate.relm", "shop"), Map.of())));
    assertThat(Files.readString(LOG))
        .contains("mp.jwt.verify.issuer: was not set")
        .contains("vouchgate.relm: there is no such setting");
    assertThat(get("wrong/caller").statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void refusesEveryTokenWithoutAnySetting() throws Exception {
    deploy("unset", FilterWar.named("unset"));

    assertThat(get("unset/caller", ISSUER.token("alice", "user")).statusCode()).isEqualTo(401);
    assertThat(Files.readString(LOG)).contains("No setting of Vouchgate is set");
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.baseUri().resolve(path));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private static HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    return bearing(token, request(path));
  }

  private static HttpResponse<String> bearing(String token, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(request.copy().header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("none");
  }
}
