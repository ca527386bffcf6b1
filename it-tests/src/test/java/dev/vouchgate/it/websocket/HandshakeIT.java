package dev.vouchgate.it.websocket;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets, opened with and without a token. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
@Tag("websocket")
class HandshakeIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>members</web-resource-name>
            <url-pattern>/socket/members</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>user</role-name></security-role>
      </web-app>
      """;

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
            ISSUER,
            Map.of(
                "vouchgate.policy.safe.paths",
                "/socket/safe",
                "vouchgate.policy.safe.roles",
                "admin"),
            HandshakeCaller.class,
            OpenEndpoint.class,
            MembersEndpoint.class,
            SafeEndpoint.class)
        .setWebXML(new StringAsset(WEB_XML));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"socket/open", "socket/members"})
  void knowsWhoOpensIt(String path) throws Exception {
    assertThat(greeting(path, Optional.of(ISSUER.token("alice", "user"))))
        .isEqualTo("alice/true/alice");
  }

  @Test
  void knowsNobodyWhoBringsNoToken() throws Exception {
    assertThat(greeting("socket/open", Optional.empty())).isEqualTo("null/false/null");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"socket/open", "socket/members", "socket/safe"})
  void refusesABadToken(String path) throws Exception {
    HttpResponse<?> refusal = refusal(path, Optional.of(ISSUER.tamperedToken("alice")));

    assertThat(refusal.statusCode()).isEqualTo(401);
    assertThat(refusal.headers().allValues("WWW-Authenticate"))
        .singleElement()
        .asString()
        .contains("error=\"invalid_token\"");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"socket/members", "socket/safe"})
  void refusesWhoeverBringsNoToken(String path) throws Exception {
    HttpResponse<?> refusal = refusal(path, Optional.empty());

    assertThat(refusal.statusCode()).isEqualTo(401);
    assertThat(refusal.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"vouchgate\"");
  }

  @Test
  void refusesWhoeverLacksTheRole() throws Exception {
    String alice = ISSUER.token("alice", "user");

    assertThat(refusal("socket/members", Optional.of(ISSUER.token("eve"))).statusCode())
        .isEqualTo(403);
    assertThat(refusal("socket/safe", Optional.of(alice)).statusCode()).isEqualTo(403);
    assertThat(greeting("socket/safe", Optional.of(ISSUER.token("bob", "admin"))))
        .isEqualTo("bob/false/bob");
  }

  private String greeting(String path, Optional<String> token) throws Exception {
    CompletableFuture<String> greeting = new CompletableFuture<>();
    WebSocket socket = open(path, token, greeting).get(30, SECONDS);
    try {
      return greeting.get(30, SECONDS);
    } finally {
      socket.abort();
    }
  }

  private HttpResponse<?> refusal(String path, Optional<String> token) {
    ExecutionException failure =
        catchThrowableOfType(
            ExecutionException.class,
            () -> open(path, token, new CompletableFuture<>()).get(30, SECONDS));
    assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) failure.getCause()).getResponse();
  }

  private CompletableFuture<WebSocket> open(
      String path, Optional<String> token, CompletableFuture<String> greeting) {
    URI address = URI.create(base.toString().replaceFirst("http", "ws") + path);
    WebSocket.Builder socket = CLIENT.newWebSocketBuilder();
    token.ifPresent(compact -> socket.header("Authorization", "Bearer " + compact));
    return socket.buildAsync(address, new FirstText(greeting));
  }

  /** Hears the first message. */
  private record FirstText(CompletableFuture<String> text) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.complete(data.toString());
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      text.completeExceptionally(error);
    }
  }
}
