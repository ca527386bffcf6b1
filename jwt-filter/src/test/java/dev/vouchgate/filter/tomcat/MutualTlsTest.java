package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.KeyStores;
import dev.vouchgate.testing.Proofs;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a client certificate (RFC 8705 §3), over TLS and behind a proxy. */
class MutualTlsTest {
  private static final TestKey SERVER = TestKeys.rsa("server");
  private static final TestKey CLIENT = TestKeys.rsa("client");
  private static final TestKey THIEF = TestKeys.rsa("thief");
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static int port;

  @BeforeAll
  static void deploy() {
    port = TOMCAT.listenForTls(SERVER, CLIENT, THIEF);
    deploy("/shop", "vouchgate.binding=mtls\n");
    deploy("/strict", "vouchgate.binding=mtls\nvouchgate.binding.required=true\n");
    deploy("/off", "");
    deploy("/proxied", header("127.0.0.0/8"));
    deploy("/elsewhere", header("10.0.0.0/8"));
  }

  private static String header(String proxies) {
    return "vouchgate.binding=mtls\nvouchgate.mtls.header=Client-Cert\nvouchgate.mtls.proxies="
        + proxies
        + "\n";
  }

  private static void deploy(String path, String settings) {
    TOMCAT.deploy(
        path,
        new TestApplication()
            .settings(Live.SETTINGS + settings)
            .servlet("/caller", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void knowsTheCallerByTokenAndCertificate() throws Exception {
    HttpResponse<String> answer = call("/shop/caller", bound(), CLIENT);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("jdoe@example.com|jdoe@example.com|MP-JWT|user=true");
    assertThat(call("/strict/caller", bound(), CLIENT).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesTheTokenFromAnybodyElse() throws Exception {
    assertRefused(call("/shop/caller", bound(), THIEF));
    assertRefused(call("/shop/caller", bound()));
    assertThat(TOMCAT.get("/shop/caller").token(bound()).send().status()).isEqualTo(401);
  }

  @Test
  void refusesItWhereNoBindingIsConfigured() throws Exception {
    assertRefused(call("/off/caller", bound(), CLIENT));
  }

  @Test
  void takesAPlainTokenUnlessABoundOneIsRequired() throws Exception {
    assertThat(call("/shop/caller", Live.user(), CLIENT).statusCode()).isEqualTo(200);
    assertThat(call("/shop/caller", Live.user()).statusCode()).isEqualTo(200);
    assertRefused(call("/strict/caller", Live.user(), CLIENT));
  }

  @Test
  void believesAProxyThatIsNamed() throws Exception {
    String rfc9440 =
        "Client-Cert: :" + Base64.getEncoder().encodeToString(Certificates.der(CLIENT)) + ":";
    String nginx =
        "Client-Cert: "
            + URLEncoder.encode(Certificates.pem(CLIENT), StandardCharsets.UTF_8)
                .replace("+", "%20");
    for (String header : new String[] {rfc9440, nginx}) {
      assertThat(TOMCAT.get("/proxied/caller").token(bound()).header(header).send().status())
          .isEqualTo(200);
      assertThat(TOMCAT.get("/elsewhere/caller").token(bound()).header(header).send().status())
          .isEqualTo(401);
      assertThat(TOMCAT.get("/shop/caller").token(bound()).header(header).send().status())
          .isEqualTo(401);
    }
    assertThat(TOMCAT.get("/proxied/caller").token(bound()).send().status()).isEqualTo(401);
    assertRefused(call("/proxied/caller", bound(), CLIENT));
    assertThat(call("/elsewhere/caller", bound(), CLIENT).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"vouchgate\", error=\"invalid_token\","
                + " error_description=\"The access token is malformed, expired or not trusted"
                + " here\"");
  }

  private static String bound() {
    return Live.token()
        .claim("cnf", Map.of("x5t#S256", Proofs.sha256(Certificates.der(CLIENT))))
        .compact();
  }

  private static HttpResponse<String> call(String path, String token, TestKey... own)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newBuilder()
        .sslContext(KeyStores.client(SERVER, own))
        .build()
        .send(request, BodyHandlers.ofString());
  }
}
