package dev.vouchgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample, told no more than the issuer's URL and where the roles are, with tokens as a Keycloak
 * of today issues them. The realm has no groups mapper.
 */
@Tag("keycloak")
class KeycloakIT {

  private static final Path REALMS = Path.of("src/test/resources/keycloak");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Map<String, String> TOKENS = new HashMap<>();
  private static KeycloakServer keycloak;
  private static PayaraMicro payara;

  @BeforeAll
  static void start() {
    keycloak =
        KeycloakServer.start(
            Path.of(System.getProperty("keycloak.home")),
            List.of(REALMS.resolve("shop.json"), REALMS.resolve("market.json")),
            Path.of("target/keycloak.log"));
    TokenClient shop = new TokenClient(keycloak.issuer("shop"));
    TOKENS.put("alice", shop.password("shop-cli", "alice", "alice-password"));
    TOKENS.put("bob", shop.password("shop-cli", "bob", "bob-password"));
    TOKENS.put("service", shop.clientCredentials("nightly-export", "nightly-export-secret"));

    payara =
        PayaraMicro.start(
            ServerOptions.loggingTo(Path.of("target/payara-micro-keycloak.log"))
                .withSystemProperty("mp.jwt.verify.issuer", keycloak.issuer("shop").toString())
                .withSystemProperty("vouchgate.roles.path", "groups,realm_access/roles"));
    payara.deploy("sample-war", "/", Path.of(System.getProperty("sample.war")));
    Poll.until(
        Duration.ofSeconds(30),
        "the keys of Keycloak to arrive at the sample",
        () -> get("/user", TOKENS.get("alice")).statusCode() != 503);
  }

  @AfterAll
  static void end() {
    if (payara != null) {
      payara.close();
    }
    if (keycloak != null) {
      List<ProcessHandle> family = keycloak.handle().descendants().toList();
      keycloak.close();
      assertThat(family).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  /** alice is a user; bob is a user and an admin; the service account is an admin only. */
  @ParameterizedTest(name = "{0}: nobody {1}, alice {2}, bob {3}, service {4}")
  @CsvSource({
    "/public,      200, 200, 200, 200",
    "/user,        401, 200, 200, 403",
    "/admin,       401, 403, 200, 200",
    "/claims,      401, 200, 200, 200",
    "/stock/tea,   401, 200, 200, 403",
    "/stock,       401, 403, 200, 200",
    "/totals,      401, 403, 200, 200",
    "/totals.csv,  401, 403, 200, 200",
    "/receipt,     401, 200, 200, 403",
    "/backoffice,  401, 403, 200, 200",
    "/maintenance, 200, 200, 200, 200",
  })
  void realmRolesAreTheRolesOfTheAnnotations(
      String path, int nobody, int alice, int bob, int service) {
    assertThat(get(path, null).statusCode()).as("nobody").isEqualTo(nobody);
    assertThat(get(path, TOKENS.get("alice")).statusCode()).as("alice").isEqualTo(alice);
    assertThat(get(path, TOKENS.get("bob")).statusCode()).as("bob").isEqualTo(bob);
    assertThat(get(path, TOKENS.get("service")).statusCode()).as("service").isEqualTo(service);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/user,      '\"caller\":\"alice\"'",
    "/stock/tea, '\"caller\":\"alice\"'",
    "/receipt,   'Receipt for alice'",
    "/claims,    '\"name\":\"alice\"'",
  })
  void callerIsNamedByThePreferredUsername(String path, String expected) {
    assertThat(get(path, TOKENS.get("alice")).body()).contains(expected);
  }

  @Test
  void callerWithoutTokenIsChallengedWithoutError() {
    HttpResponse<String> response = get("/user", null);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).startsWith("Bearer realm=").doesNotContain("error");
  }

  @Test
  void tokenOfAnotherRealmIsInvalid() {
    TokenClient market = new TokenClient(keycloak.issuer("market"));

    assertInvalid(market.password("shop-cli", "alice", "alice-password"));
  }

  @Test
  void tokenWithAChangedPayloadIsInvalid() {
    String[] parts = TOKENS.get("alice").split("\\.", -1);
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"user\"", "\"admin\"");
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    assertThat(forged).isNotEqualTo(parts[1]);

    assertInvalid(parts[0] + '.' + forged + '.' + parts[2]);
  }

  /** Signed by the same key under the same typ, and still no access token. */
  @Test
  void idTokenIsInvalid() {
    String idToken =
        new TokenClient(keycloak.issuer("shop")).idToken("shop-cli", "alice", "alice-password");
    assertThat(idToken.substring(0, idToken.indexOf('.')))
        .isEqualTo(TOKENS.get("alice").substring(0, TOKENS.get("alice").indexOf('.')));

    assertInvalid(idToken);
  }

  @Test
  void demoIssuerDoesNotExist() {
    assertThat(get("/demo/jwks", null).statusCode()).isEqualTo(404);
    assertThat(get("/demo/token?as=admin", null).statusCode()).isEqualTo(404);
  }

  private static void assertInvalid(String token) {
    for (String path : List.of("/user", "/admin", "/receipt", "/backoffice")) {
      HttpResponse<String> response = get(path, token);
      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(challenge(response)).as(path).contains("error=\"invalid_token\"");
    }
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  private static HttpResponse<String> get(String path, String token) {
    URI uri = payara.baseUri().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + uri, e);
    }
  }
}
