package dev.vouchgate.it.websocket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cross-site WebSocket hijacking: a page of another site opens one with its visitor's cookie. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
@Tag("websocket")
class CookieHandshakeIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        Map.of("mp.jwt.token.header", "Cookie", "mp.jwt.token.cookie", "__Host-token"),
        HandshakeCaller.class,
        OpenEndpoint.class);
  }

  @Test
  void f3LetsAPageOfOursOpenOne() throws Exception {
    CompletableFuture<String> greeting = new CompletableFuture<>();
    String own = "http://" + base.getHost() + ":" + base.getPort();
    WebSocket socket = open("Origin", own, greeting).get(30, SECONDS);
    try {
      assertThat(greeting.get(30, SECONDS)).isEqualTo("alice/true/alice");
    } finally {
      socket.abort();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Origin=https://evil.example",
        "Origin=null",
        "Sec-Fetch-Site=cross-site",
        "Sec-Fetch-Site=same-site",
        "X-Nothing=said"
      })
  void f3LetsNoOtherPageOpenOneInTheNameOfTheCookie(String header) {
    int equals = header.indexOf('=');
    ExecutionException failure =
        catchThrowableOfType(
            ExecutionException.class,
            () ->
                open(
                        header.substring(0, equals),
                        header.substring(equals + 1),
                        new CompletableFuture<>())
                    .get(30, SECONDS));
    assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode())
        .isEqualTo(403);
  }

  private CompletableFuture<WebSocket> open(
      String header, String value, CompletableFuture<String> greeting) {
    return CLIENT
        .newWebSocketBuilder()
        .header("Cookie", "__Host-token=" + ISSUER.token("alice", "user"))
        .header(header, value)
        .buildAsync(
            URI.create(base.toString().replaceFirst("http", "ws") + "socket/open"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                greeting.complete(data.toString());
                return null;
              }
            });
  }
}
