package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.grant.PasswordHash;
import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.Context;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint over HTTP, and what its token opens. */
class TokenEndpointTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String GRANT = "grant_type=client_credentials";
  private static final String BASIC =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("orders:s3cret".getBytes(StandardCharsets.US_ASCII));

  private static final String SETTINGS =
      "vouchgate.issue.issuer=https://sts.example.com\n"
          + "mp.jwt.verify.issuer=https://sts.example.com\n"
          + "mp.jwt.verify.audiences=shop\n"
          + "vouchgate.issue.token-path=/oauth/token\n"
          + "vouchgate.issue.client.orders.secret="
          + PasswordHash.of("s3cret", 1024).text()
          + "\nvouchgate.issue.client.orders.audiences=shop\n"
          + "vouchgate.issue.client.orders.roles=user\n";

  @BeforeAll
  static void deploy() {
    deploy("/app", SETTINGS);
    deploy("/shut", SETTINGS + "vouchgate.policy.default=deny\n");
    deploy("/proxied", SETTINGS + "vouchgate.issue.token-proxies=127.0.0.0/8\n");
  }

  private static Context deploy(String path, String settings) {
    return TOMCAT.deploy(
        path, new TestApplication().settings(settings).servlet("/caller", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void isFoundByTheMetadata() throws Exception {
    Answered answer = TOMCAT.get("/app/.well-known/oauth-authorization-server").send();

    assertThat(json(answer))
        .containsEntry("token_endpoint", "https://sts.example.com/oauth/token")
        .containsEntry(
            "grant_types_supported",
            List.of("client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"))
        .containsEntry(
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "private_key_jwt"));
    assertThat(json(answer).get("token_endpoint_auth_signing_alg_values_supported"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("RS256", "PS256", "ES256", "EdDSA")
        .doesNotContain("HS256", "none");
  }

  @Test
  void givesATokenThatOpensTheApplication() throws Exception {
    Answered answer = post("/app/oauth/token").header(BASIC).header(FORM).body(GRANT).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    String token = String.valueOf(json(answer).get("access_token"));
    assertThat(TOMCAT.get("/app/caller").token(token).send().body()).startsWith("orders|");
  }

  @Test
  void isOpenToClientsWhereEverythingElseIsShut() {
    assertThat(TOMCAT.get("/shut/caller").send().status()).isEqualTo(401);
    assertThat(post("/shut/oauth/token").header(BASIC).header(FORM).body(GRANT).send().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "post"})
  void wantsAPost(String method) throws Exception {
    Answered answer = HttpCall.of(TOMCAT.port(), method, "/app/oauth/token").header(BASIC).send();

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    if (!method.equals("HEAD")) {
      assertThat(json(answer)).containsEntry("error", "invalid_request");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=UTF-16",
        "application/x-www-form-urlencoded2"
      })
  void wantsAForm(String type) throws Exception {
    assertRefused(
        post("/app/oauth/token").header(BASIC).header("Content-Type: " + type).body(GRANT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded;charset=utf-8",
        "Application/X-WWW-Form-Urlencoded ; charset=\"UTF-8\""
      })
  void takesAFormHoweverItIsNamed(String type) {
    assertThat(
            post("/app/oauth/token")
                .header(BASIC)
                .header("Content-Type: " + type)
                .body(GRANT)
                .send()
                .status())
        .isEqualTo(200);
  }

  @Test
  void wantsAContentType() throws Exception {
    assertRefused(post("/app/oauth/token").header(BASIC).body(GRANT));
  }

  @Test
  void takesNoParameterFromTheAddress() throws Exception {
    assertRefused(post("/app/oauth/token?" + GRANT).header(BASIC).header(FORM).body(GRANT));
    assertRefused(post("/app/oauth/token?x").header(BASIC).header(FORM).body(GRANT));
  }

  @Test
  void readsNoMoreThan64Kilobytes() throws Exception {
    String most = GRANT + "&x=" + "y".repeat(65_536 - GRANT.length() - 3);
    HttpCall call = post("/app/oauth/token").header(BASIC).header(FORM);

    assertThat(call.body(most).send().status()).isEqualTo(200);
    assertRefused(call.body(most + "y"));
  }

  @Test
  void readsNoMoreOfABodyWhoseLengthNobodySaid() throws Exception {
    HttpCall call =
        post("/app/oauth/token").header(BASIC).header(FORM).header("Transfer-Encoding: chunked");
    String chunk = "x".repeat(70_000);

    assertRefused(call.raw(Integer.toHexString(70_000) + "\r\n" + chunk + "\r\n0\r\n\r\n"));
  }

  @Test
  void tellsWhoeverIsNotAuthenticatedHow() throws Exception {
    Answered answer = post("/app/oauth/token").header(FORM).body(GRANT).send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Basic realm=\"vouchgate\"");
    assertThat(json(answer)).containsEntry("error", "invalid_client").hasSize(2);
  }

  /** A client may send the token that it has with everything, also when it asks for a new one. */
  @ParameterizedTest
  @ValueSource(strings = {"/app", "/shut"})
  void isAskedItselfWhateverBearerTokenComes(String application) throws Exception {
    for (String token : List.of("broken", Tokens.valid().compact())) {
      HttpCall call = post(application + "/oauth/token").token(token).header(FORM);

      Answered refused = call.body(GRANT).send();
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers("WWW-Authenticate")).containsExactly("Basic realm=\"vouchgate\"");
      assertThat(json(refused)).containsEntry("error", "invalid_client");
    }
  }

  @Test
  void takesTwoHeadersForTwoCredentials() throws Exception {
    assertRefused(post("/app/oauth/token").header(BASIC).header(BASIC).header(FORM).body(GRANT));
  }

  @Test
  void believesAProxyThatIsNamedThatItWasAskedByHttps() throws Exception {
    HttpCall call = post("/proxied/oauth/token").header(BASIC).header(FORM);

    assertThat(call.header("X-Forwarded-Proto: https").body(GRANT).send().status()).isEqualTo(200);
    assertRefused(call.header("X-Forwarded-Proto: http").body(GRANT));
    assertRefused(call.body(GRANT));
  }

  @Test
  void doesNotStartWhereTheApplicationHasThatPath() {
    Context taken =
        TOMCAT.deploy(
            "/taken",
            new TestApplication().settings(SETTINGS).servlet("/oauth/token", new CallerServlet()));

    assertThat(TomcatUnderTest.isRunning(taken)).isFalse();
    assertThat(TOMCAT.log().text()).contains("a servlet of its own at /oauth/token");
  }

  @Test
  void isNotThereUnlessItIsConfigured() {
    deploy("/without", Live.SETTINGS);

    assertThat(post("/without/oauth/token").header(BASIC).header(FORM).body(GRANT).send().status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "reports"})
  void givesTokensToOurOwnCallsOfOtherServices(String client, @TempDir Path folder)
      throws Exception {
    String root = "http://127.0.0.1:" + TOMCAT.port() + "/sts";
    Context sts =
        deploy(
            "/sts",
            SETTINGS
                + "vouchgate.issue.base-url="
                + root
                + "\nvouchgate.issue.client.reports.audiences=shop"
                + "\nvouchgate.issue.client.reports.keys="
                + Jwks.set(TestKeys.p256("reports"))
                + "\n");
    Path key = folder.resolve("key.json");
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, Json.of(Jwks.privateOf(TestKeys.p256("reports"))));
    Map<String, String> calling = new HashMap<>();
    calling.put("mp.jwt.verify.issuer", Tokens.ISSUER);
    calling.put("mp.jwt.verify.publickey", Jwks.set(TestKeys.rsa("rsa")));
    calling.put("vouchgate.call.token-endpoint", root + "/oauth/token");
    calling.put("vouchgate.call.client-id", client);
    if (client.equals("orders")) {
      calling.put("vouchgate.call.client-secret", "s3cret");
    } else {
      calling.put("vouchgate.call.client-key.location", key.toString());
    }
    try (Gate gate =
        Gate.from(
            Settings.read(SettingsSource.of(calling), TokenEndpointTest.class.getClassLoader()))) {
      String token = gate.calls().token("shop", URI.create(root), Optional::empty);

      assertThat(TOMCAT.get("/sts/caller").token(token).send().body()).startsWith(client + "|");
    }
    TOMCAT.undeploy(sts);
  }

  private static void assertRefused(HttpCall call) throws Exception {
    Answered answer = call.send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer)).containsEntry("error", "invalid_request").hasSize(2);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  private static HttpCall post(String target) {
    return HttpCall.of(TOMCAT.port(), "POST", target);
  }

  private static Map<String, @Nullable Object> json(Answered answer) throws CodecException {
    return StrictJson.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
