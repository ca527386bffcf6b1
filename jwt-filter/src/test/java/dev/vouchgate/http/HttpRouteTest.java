package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.StubJwksServer;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through a proxy, and with headers of one's own. */
@Timeout(60)
class HttpRouteTest {
  /** Nobody listens there: whoever gets an answer has got it from the proxy. */
  private static final URI ELSEWHERE = URI.create("http://127.0.0.1:1/jwks");

  private static final HttpProxy.Credentials CREDENTIALS =
      new HttpProxy.Credentials("wombat", "p:ässword");

  private static final Answer CHALLENGING =
      (exchange, closing) -> {
        if (exchange.getRequestHeaders().containsKey("Proxy-Authorization")) {
          Answer.of("{}").write(exchange, closing);
        } else {
          exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"p\"");
          exchange.sendResponseHeaders(407, -1);
        }
      };

  private final StubJwksServer server = new StubJwksServer();
  private final StubJwksServer other = new StubJwksServer();

  @AfterEach
  void close() {
    server.close();
    other.close();
  }

  @Test
  void goesThroughTheProxyAlsoToThisVeryHost() throws Exception {
    server.serve("{}");

    assertThat(body(proxy(Optional.empty()), ELSEWHERE)).isEqualTo("{}");
    assertThat(server.requests().get(0).path()).isEqualTo(ELSEWHERE.toString());
  }

  @Test
  void tellsTheProxyWhoItIsWhenAsked() throws Exception {
    server.serve(CHALLENGING);

    assertThat(body(proxy(Optional.of(CREDENTIALS)), ELSEWHERE)).isEqualTo("{}");
    List<StubJwksServer.Request> requests = server.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).headers()).doesNotContainKey("Proxy-authorization");
    String sent = requests.get(1).headers().get("Proxy-authorization").get(0);
    assertThat(sent).startsWith("Basic ");
    assertThat(new String(Base64.getDecoder().decode(sent.substring(6)), UTF_8))
        .startsWith("wombat:p:");
  }

  @Test
  void failsAtProxyThatWantsCredentialsIfItHasNone() {
    server.serve(CHALLENGING);

    assertThatThrownBy(() -> body(proxy(Optional.empty()), ELSEWHERE))
        .isInstanceOf(FetchException.class)
        .hasMessage(ELSEWHERE + " answered with status 407, not 200");
  }

  @Test
  void tellsNoServerThatAsksWhatIsForTheProxy() {
    server.serve(Answer.status(401).with("WWW-Authenticate", "Basic realm=\"p\""));

    assertThatThrownBy(() -> body(proxy(Optional.of(CREDENTIALS)), ELSEWHERE))
        .isInstanceOf(FetchException.class)
        .hasMessageNotContaining("ssword");
    assertThat(server.requests())
        .allMatch(
            request ->
                !request.headers().containsKey("Authorization")
                    && !request.headers().containsKey("Proxy-authorization"));
  }

  @Test
  void sendsHeadersToTheirOriginAndToNoOther() throws Exception {
    server.serve("{}");
    other.serve("{}");
    HttpRoute route =
        headers(Map.of("X-Api-Key", "secret", "User-Agent", "shop", "Accept", "text/plain"));
    body(route, server.jwks());
    body(route, other.jwks());

    Map<String, List<String>> sent = server.requests().get(0).headers();
    assertThat(sent.get("X-api-key")).containsExactly("secret");
    assertThat(sent.get("User-agent")).containsExactly("shop");
    assertThat(sent.get("Accept")).containsExactly("text/plain");
    assertThat(other.requests().get(0).headers().get("User-agent")).containsExactly("vouchgate");
    assertThat(other.requests().get(0).headers()).doesNotContainKey("X-api-key");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "X-Api-Key, a b, true",
    "Authorization, Bearer x, true",
    "X Api, a, false",
    "'', a, false",
    "X:, a, false",
    "X, '', false",
    "X, ' a', false",
    "X, ä, false",
    "Host, a, false",
    "accept-encoding, gzip, false",
    "CONTENT-LENGTH, 1, false",
    "Proxy-Authorization, a, false",
  })
  void tellsWhichHeadersMayBeSent(String name, String value, boolean allowed) {
    assertThat(OriginHeaders.isAllowed(name, value)).isEqualTo(allowed);
  }

  @Test
  void noHeaderEndsLine() {
    assertThat(OriginHeaders.isAllowed("X", "a\r\nY: b")).isFalse();
    assertThat(OriginHeaders.isAllowed("X\r\nY", "a")).isFalse();
  }

  @Test
  void doesNotShowItsSecrets() {
    HttpRoute route =
        new HttpRoute(
            Optional.of(new HttpProxy("p", 1, Optional.of(CREDENTIALS))),
            Optional.empty(),
            Optional.of(new OriginHeaders(ELSEWHERE, Map.of("X", "secret"))));

    assertThat(route.toString()).contains("wombat", "X").doesNotContain("secret", "ssword");
  }

  private HttpRoute proxy(Optional<HttpProxy.Credentials> credentials) {
    URI address = URI.create(server.origin());
    return new HttpRoute(
        Optional.of(new HttpProxy(address.getHost(), address.getPort(), credentials)),
        Optional.empty(),
        Optional.empty());
  }

  private HttpRoute headers(Map<String, String> headers) {
    return new HttpRoute(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new OriginHeaders(URI.create(server.origin()), headers)));
  }

  private static String body(HttpRoute route, URI address) throws FetchException {
    HttpFetcher.Limits limits = new HttpFetcher.Limits(Duration.ofSeconds(30), 1000, false);
    try (HttpFetcher fetcher = new HttpFetcher(limits, route)) {
      return new String(fetcher.fetch(address).body(), UTF_8);
    }
  }
}
