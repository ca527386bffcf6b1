package dev.vouchgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.binding.DpopKey;
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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample with tokens that a Keycloak has bound to the key of a client (RFC 9449). */
@Tag("keycloak")
class KeycloakDpopIT {
  /** As if behind a proxy. */
  private static final String PUBLIC = "https://shop.example";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final DpopKey KEY = new DpopKey();
  private static KeycloakServer keycloak;
  private static PayaraMicro payara;
  private static TokenClient shop;
  private static String token;

  @BeforeAll
  static void start() {
    keycloak =
        KeycloakServer.start(
            Path.of(System.getProperty("keycloak.home")),
            List.of(Path.of("src/test/resources/keycloak/shop.json")),
            Path.of("target/keycloak-dpop.log"));
    shop = new TokenClient(keycloak.issuer("shop"));
    token =
        shop.boundPassword(
            "shop-dpop", "bob", "bob-password", KEY.proof("POST", shop.endpoint().toString()));
    payara =
        PayaraMicro.start(
            ServerOptions.loggingTo(Path.of("target/payara-micro-dpop.log"))
                .withSystemProperty("mp.jwt.verify.issuer", keycloak.issuer("shop").toString())
                .withSystemProperty("vouchgate.roles.path", "realm_access/roles")
                .withSystemProperty("vouchgate.binding", "dpop")
                .withSystemProperty("vouchgate.dpop.base-url", PUBLIC));
    payara.deploy("sample-war", "/", Path.of(System.getProperty("sample.war")));
    String plain = shop.password("shop-cli", "alice", "alice-password");
    Poll.until(
        Duration.ofSeconds(30),
        "the keys of Keycloak to arrive at the sample",
        () -> call("/user", "Bearer " + plain).statusCode() != 503);
    assertThat(call("/user", "Bearer " + plain).statusCode()).isEqualTo(200);
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
  void tokenIsBoundToTheKey() {
    String payload = token.split("\\.", -1)[1];
    assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .contains("\"jkt\":\"" + KEY.thumbprint() + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user", "/admin", "/claims", "/stock", "/totals.csv", "/receipt"})
  void proofOpensEveryKindOfEndpointOnce(String path) {
    String proof = KEY.proof("GET", PUBLIC + path, token);
    assertThat(call(path, "DPoP " + token, proof).statusCode()).isEqualTo(200);

    HttpResponse<String> replayed = call(path, "DPoP " + token, proof);
    assertThat(replayed.statusCode()).isEqualTo(401);
    assertThat(challenge(replayed)).contains("error=\"invalid_dpop_proof\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/public", "/user", "/admin", "/receipt", "/backoffice"})
  void tokenAloneIsInvalid(String path) {
    HttpResponse<String> bearer = call(path, "Bearer " + token);
    assertThat(bearer.statusCode()).isEqualTo(401);
    assertThat(challenge(bearer)).contains("error=\"invalid_token\"", "DPoP realm=");
    assertThat(call(path, "Bearer " + token, KEY.proof("GET", PUBLIC + path, token)).statusCode())
        .isEqualTo(401);
    assertThat(call(path, "DPoP " + token).statusCode()).isEqualTo(401);
  }

  @Test
  void proofOfAnotherKeyIsInvalid() {
    String stolen = new DpopKey().proof("GET", PUBLIC + "/user", token);
    HttpResponse<String> refused = call("/user", "DPoP " + token, stolen);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
  }

  @Test
  void proofOfAnotherTokenIsInvalid() {
    String other =
        shop.boundPassword(
            "shop-dpop", "alice", "alice-password", KEY.proof("POST", shop.endpoint().toString()));
    HttpResponse<String> refused =
        call("/user", "DPoP " + token, KEY.proof("GET", PUBLIC + "/user", other));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_dpop_proof\"");
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  private static HttpResponse<String> call(String path, String authorization, String... proofs) {
    URI uri = payara.baseUri().resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization);
    for (String proof : proofs) {
      request.header("DPoP", proof);
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
