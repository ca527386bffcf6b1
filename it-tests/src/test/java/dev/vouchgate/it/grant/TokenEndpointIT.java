package dev.vouchgate.it.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients are given tokens, in their own name and in a caller's, that open the application. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class TokenEndpointIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final Clients CLIENTS = new Clients();
  private static final String OWN = "grant_type=client_credentials&audience=orders";
  private static final String EXCHANGE =
      "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
          + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token&subject_token=";

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        CLIENTS.settings(),
        WhoServlet.class,
        VaultServlet.class,
        Witness.class,
        Members.class);
  }

  @Test
  void givesATokenForASecret() throws Exception {
    Map<String, Object> answer = granted(send(shop(OWN + "&scope=read")));

    assertThat(answer).containsEntry("token_type", "Bearer").containsEntry("scope", "read");
    assertThat(opened("vault", token(answer))).contains("shop");
  }

  @Test
  void givesATokenForAnApiKey() throws Exception {
    Map<String, Object> answer =
        granted(send(form("grant_type=client_credentials").header("X-API-Key", CLIENTS.apiKey())));

    assertThat(opened("who", token(answer))).contains("billing");
    assertThat(Calls.get(base, "vault", token(answer)).statusCode()).isEqualTo(403);
  }

  @Test
  void givesATokenForAnAssertionThatCountsOnce() throws Exception {
    String form =
        "grant_type=client_credentials&client_assertion="
            + CLIENTS.assertion()
            + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    Map<String, Object> answer = granted(send(form(form)));

    assertThat(opened("who", token(answer))).contains("reports");
    assertThat(((Number) answer.get("expires_in")).intValue()).isBetween(25, 30);
    assertRefused(send(form(form)), 401, "invalid_client");
  }

  @Test
  void exchangesACallersTokenForOneThatMayDoNoMore() throws Exception {
    String caller = ISSUER.token("bob", "user", "manager");
    Map<String, Object> answer = granted(send(shop(EXCHANGE + caller + "&audience=orders")));
    SignedJWT token = SignedJWT.parse(token(answer));

    assertThat(opened("who", token(answer))).contains("bob");
    assertThat(Calls.get(base, "vault", token(answer)).statusCode()).isEqualTo(403);
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("id-of-bob");
    assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("user");
    assertThat(token.getJWTClaimsSet().getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "shop"));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isBeforeOrEqualTo(SignedJWT.parse(caller).getJWTClaimsSet().getExpirationTime());
  }

  @Test
  void exchangesATokenOfItsOwn() throws Exception {
    String own = token(granted(send(shop(OWN))));

    assertThat(opened("vault", token(granted(send(shop(EXCHANGE + own + "&audience=orders"))))))
        .contains("shop");
  }

  @Test
  void givesATokenThatOpensNothingElse() throws Exception {
    String token = token(granted(send(shop("grant_type=client_credentials&audience=inventory"))));

    assertThat(Calls.get(base, "who", token).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password&audience=orders, unsupported_grant_type",
    "audience=orders, invalid_request",
    "grant_type=client_credentials&audience=orders&scope=admin, invalid_scope",
    "grant_type=client_credentials&audience=stranger, invalid_target",
    "grant_type=client_credentials, invalid_target",
    "grant_type=client_credentials&audience=orders&audience=orders, invalid_target",
    "grant_type=client_credentials&audience=orders&x=1&x=2, invalid_request",
    "grant_type=client_credentials&audience=orders&x=%, invalid_request",
    "grant_type=client_credentials&audience=orders&client_secret=x, invalid_request",
    "'', invalid_request"
  })
  void refusesWhatMayNotBeAskedFor(String form, String error) throws Exception {
    assertRefused(send(shop(form)), 400, error);
  }

  @Test
  void refusesWhoeverMayNotExchangeAndWhatMayNotBeExchanged() throws Exception {
    String caller = ISSUER.token("bob", "user");
    HttpRequest.Builder billing = form(EXCHANGE + caller).header("X-API-Key", CLIENTS.apiKey());

    assertRefused(send(billing), 400, "unauthorized_client");
    for (String bad :
        new String[] {
          ISSUER.tamperedToken("bob"),
          ISSUER.expiredToken("bob", "user"),
          ISSUER.tokenForAudience("inventory", "bob", "user"),
          ISSUER.unsignedToken("bob", "user"),
          ISSUER.boundToken("x".repeat(43), "bob", "user"),
          "x"
        }) {
      assertRefused(send(shop(EXCHANGE + bad + "&audience=orders")), 400, "invalid_request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop:wrong", "shop:", "nobody:wrong", ":"})
  void refusesAWrongSecretAndSaysHowToAuthenticate(String credentials) throws Exception {
    HttpResponse<String> response =
        send(form(OWN).header("Authorization", "Basic " + base64(credentials)));

    assertRefused(response, 401, "invalid_client");
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
  }

  /** Some send the token that they have with everything, also when it is stale. */
  @Test
  void givesATokenToWhoeverSendsAStaleOneToo() throws Exception {
    String stale = "Bearer " + ISSUER.expiredToken("bob", "user");
    HttpRequest.Builder billing =
        form("grant_type=client_credentials").header("X-API-Key", CLIENTS.apiKey());

    assertThat(opened("who", token(granted(send(billing.header("Authorization", stale))))))
        .contains("billing");
    assertRefused(send(form(OWN).header("Authorization", stale)), 401, "invalid_client");
  }

  @Test
  void refusesTwoCredentials() throws Exception {
    assertRefused(send(shop(OWN).header("X-API-Key", CLIENTS.apiKey())), 400, "invalid_request");
  }

  @Test
  void takesFormsByPostAndNothingElse() throws Exception {
    HttpResponse<String> got = send(shop(OWN).GET());
    assertRefused(got, 405, "invalid_request");
    assertThat(got.headers().firstValue("Allow")).contains("POST");
    assertRefused(
        send(shop(OWN).setHeader("Content-Type", "application/json")), 400, "invalid_request");
    assertRefused(send(authenticated(post("oauth/token?" + OWN, OWN))), 400, "invalid_request");
    assertRefused(send(shop(OWN + "&x=" + "y".repeat(70_000))), 400, "invalid_request");
  }

  @Test
  void refusesWhatAProxyOnTheSameMachineWasSentByPlainHttp() throws Exception {
    assertRefused(send(shop(OWN).header("X-Forwarded-Proto", "http")), 400, "invalid_request");
  }

  private HttpRequest.Builder shop(String form) {
    return authenticated(form(form));
  }

  private static HttpRequest.Builder authenticated(HttpRequest.Builder request) {
    String secret = URLEncoder.encode(Clients.SECRET, StandardCharsets.UTF_8);
    return request.header("Authorization", "Basic " + base64("shop:" + secret));
  }

  private HttpRequest.Builder form(String form) {
    return post("oauth/token", form);
  }

  private HttpRequest.Builder post(String path, String form) {
    return Calls.request(base, path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return Calls.send(request);
  }

  private String opened(String path, String token) throws Exception {
    HttpResponse<String> response = Calls.get(base, path, token);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static Map<String, Object> granted(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    return JSONObjectUtils.parse(response.body());
  }

  private static String token(Map<String, Object> answer) {
    return String.valueOf(answer.get("access_token"));
  }

  /** The error and a constant text, and nothing of the request. */
  private static void assertRefused(HttpResponse<String> response, int status, String error)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(JSONObjectUtils.parse(response.body()))
        .containsOnlyKeys("error", "error_description")
        .containsEntry("error", error);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
