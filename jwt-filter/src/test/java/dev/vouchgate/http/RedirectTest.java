package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.StubJwksServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private final StubJwksServer server = new StubJwksServer();
  private final StubJwksServer stranger = new StubJwksServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(new HttpFetcher.Limits(Duration.ofSeconds(30), 1000, true));

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
    stranger.close();
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsRedirectWithinTheOrigin(int status) throws Exception {
    server.serve(Answer.redirect(status, "/moved")).on("/moved", Answer.of("here"));

    assertThat(new String(fetcher.fetch(server.jwks()).body(), UTF_8)).isEqualTo("here");
  }

  @Test
  void followsThreeRedirects() throws Exception {
    server
        .on("/1", Answer.redirect(302, "2"))
        .on("/2", Answer.redirect(302, server.origin() + "/3"))
        .on("/3", Answer.redirect(302, "/4"))
        .on("/4", Answer.of("here"));

    assertThat(new String(fetcher.fetch(server.uri("/1")).body(), UTF_8)).isEqualTo("here");
  }

  @Test
  void refusesTheFourthRedirect() {
    server.serve(Answer.redirect(302, "/jwks"));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessage(server.jwks() + " redirects more than 3 times");
    assertThat(server.hits()).isEqualTo(4);
  }

  @Test
  void refusesRedirectToAnotherPort() {
    server.serve(Answer.redirect(302, stranger.jwks().toString()));
    stranger.serve("{\"keys\":[]}");

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects to another origin, " + stranger.origin());
    assertThat(stranger.requests()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/jwks",
        "http://localhost:%d/jwks",
        "//localhost:%d/jwks",
        "file:///etc/passwd",
        "javascript:1",
        "http://:%d/jwks",
      })
  void refusesRedirectToAnotherSchemeOrHost(String target) {
    String location = target.replace("%d", String.valueOf(server.jwks().getPort()));
    server.serve(Answer.redirect(302, location));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects to");
    assertThat(server.hits()).isEqualTo(1);
  }

  @Test
  void refusesRedirectThatAddsUserInformation() {
    server.serve(Answer.redirect(302, server.origin().replace("//", "//me:pw@") + "/moved"));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("must not carry a user name or password")
        .hasMessageNotContaining("pw");
  }

  @Test
  void refusesRedirectToNowhere() {
    server.serve(Answer.status(302));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects without saying where to");
  }

  @Test
  void refusesRedirectToWhatIsNoAddress() {
    server.serve(Answer.redirect(302, "http://[broken"));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("redirects to what is no address");
  }
}
