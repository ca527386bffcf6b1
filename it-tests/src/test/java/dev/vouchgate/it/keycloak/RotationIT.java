package dev.vouchgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample under calls while Keycloak signs with one new key after another, unannounced. */
@Tag("keycloak")
class RotationIT {

  /** Longer than the interval in which one unknown key is asked for. */
  private static final Duration BETWEEN = Duration.ofSeconds(16);

  /** In which tokens of a key that was used before it was published may be refused. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(RotationIT.class.getName());
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static KeycloakServer keycloak;
  private static PayaraMicro payara;
  private static TokenClient shop;

  /** A token that was refused, and how long after the latest change. */
  private record Refused(String header, int status, Duration after) {}

  @BeforeAll
  static void start() {
    keycloak =
        KeycloakServer.start(
            Path.of(System.getProperty("keycloak.home")),
            List.of(Path.of("src/test/resources/keycloak/shop.json")),
            Path.of("target/keycloak-rotation.log"));
    shop = new TokenClient(keycloak.issuer("shop"));
    payara =
        PayaraMicro.start(
            ServerOptions.loggingTo(Path.of("target/payara-micro-rotation.log"))
                .withSystemProperty("mp.jwt.verify.issuer", keycloak.issuer("shop").toString())
                .withSystemProperty("vouchgate.algorithms", "RS256,ES256,EdDSA")
                .withSystemProperty("vouchgate.roles.path", "realm_access/roles"));
    payara.deploy("sample-war", "/", Path.of(System.getProperty("sample.war")));
    String first = newToken();
    Poll.until(
        Duration.ofSeconds(30),
        "the keys of Keycloak to arrive at the sample",
        () -> call(first) != 503);
  }

  @AfterAll
  static void end() {
    if (payara != null) {
      payara.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void servesEveryValidTokenWhileKeysRotate() {
    RealmAdministration realm = new RealmAdministration(keycloak, "shop");
    List<Refused> refused = new ArrayList<>();
    int calls = serve("RS256", refused);
    String before = newToken();

    realm.signWith("rsa-generated", "RS256", 200);
    calls += serve("RS256", refused);
    realm.signWith("ecdsa-generated", "ES256", 300);
    calls += serve("ES256", refused);
    realm.signWith("eddsa-generated", "EdDSA", 400);
    calls += serve("EdDSA", refused);

    LOG.log(Level.INFO, "{0} calls, refused: {1}", calls, refused);
    assertThat(calls).isGreaterThan(100);
    assertThat(refused).allMatch(call -> call.status() == 401 && call.after().compareTo(GRACE) < 0);
    assertThat(call(before)).as("of a key that is published still").isEqualTo(200);
  }

  /** Calls with a new token each time, for a while; how many calls. */
  private static int serve(String algorithm, List<Refused> refused) {
    long start = System.nanoTime();
    int calls = 0;
    for (Duration after = Duration.ZERO;
        after.compareTo(BETWEEN) < 0;
        after = Duration.ofNanos(System.nanoTime() - start)) {
      String token = newToken();
      assertThat(headerOf(token)).contains("\"" + algorithm + "\"");
      int status = call(token);
      if (status != 200) {
        refused.add(new Refused(headerOf(token), status, after));
      }
      calls++;
    }
    return calls;
  }

  private static String newToken() {
    return shop.password("shop-cli", "alice", "alice-password");
  }

  private static String headerOf(String token) {
    byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    return new String(header, StandardCharsets.UTF_8);
  }

  private static int call(String token) {
    URI uri = payara.baseUri().resolve("/user");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + uri, e);
    }
  }
}
