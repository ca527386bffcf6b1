package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.verify.Rejection.CrossSite;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are those of a page of ours. */
class RequestOriginTest {
  private static final String OWN = "https://shop.example.com";
  private static final RequestOrigin CHECK = new RequestOrigin(Set.of("https://app.example.com"));

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
  void doesNotMindWhoReads(String method) {
    StubRequest foreign =
        post().method(method).header("Origin", "https://evil.example").header("Upgrade", "h2c");
    assertThat(CHECK.refusal(foreign.request())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get", "Head", "CONNECT", "BREW"})
  void wantsToKnowWhoWrites(String method) {
    assertThat(CHECK.refusal(post().method(method).request()))
        .contains(new CrossSite("neither Sec-Fetch-Site nor Origin", OWN));
  }

  @ParameterizedTest(name = "Upgrade: {0}")
  @ValueSource(strings = {"websocket", "WebSocket", "h2c, websocket"})
  void takesTheOpeningOfAWebSocketForWriting(String upgrade) {
    StubRequest handshake = post().method("GET").header("Upgrade", upgrade);
    assertThat(CHECK.refusal(handshake.request()))
        .contains(new CrossSite("neither Sec-Fetch-Site nor Origin", OWN));
    assertThat(CHECK.refusal(handshake.header("Origin", OWN).request())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"same-origin", "none"})
  void letsPassWhatTheBrowserCallsOurs(String site) {
    assertThat(CHECK.refusal(post().header("Sec-Fetch-Site", site).request())).isEmpty();
    // A proxy may have hidden our own origin from us: Sec-Fetch-Site is the browser's.
    StubRequest proxied =
        post().header("Sec-Fetch-Site", site).header("Origin", "https://public.example.com");
    assertThat(CHECK.refusal(proxied.request())).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"cross-site", "same-site", "Same-Origin", "", "same-origin, none", "wombat"})
  void refusesWhatTheBrowserCallsAnothers(String site) {
    StubRequest request = post().header("Sec-Fetch-Site", site).header("Origin", OWN);
    assertThat(CHECK.refusal(request.request()))
        .contains(new CrossSite("Sec-Fetch-Site [" + site + "]", OWN));
  }

  @Test
  void refusesWhatIsSaidTwice() {
    assertThat(
            CHECK.refusal(
                post()
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Sec-Fetch-Site", "same-origin")
                    .request()))
        .isPresent();
    assertThat(CHECK.refusal(post().header("Origin", OWN).header("Origin", OWN).request()))
        .contains(new CrossSite("Origin [" + OWN + ", " + OWN + "]", OWN));
  }

  @Test
  void letsPassTheOriginsThatAreAllowed() {
    assertThat(CHECK.refusal(post().header("Origin", "https://app.example.com").request()))
        .isEmpty();
    StubRequest sibling =
        post().header("Sec-Fetch-Site", "same-site").header("Origin", "https://app.example.com");
    assertThat(CHECK.refusal(sibling.request())).isEmpty();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "https://shop.example.com,      https://shop.example.com:443",
    "https://shop.example.com,      https://Shop.Example.COM:443",
    "https://shop.example.com:8443, https://shop.example.com:8443",
    "http://shop.example.com,       http://shop.example.com:80",
    "http://127.0.0.1:8080,         http://127.0.0.1:8080",
    "http://[::1]:8080,             http://[::1]:8080",
  })
  void letsPassOurOwnOrigin(String origin, String url) {
    assertThat(CHECK.refusal(post().at(url).header("Origin", origin).request())).isEmpty();
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
            "null",
            "",
            "http://shop.example.com",
            "https://shop.example.com:8443",
            "https://shop.example.com:443",
            "https://shop.example.com/",
            "https://shop.example.com.evil.example",
            "https://evil.example/https://shop.example.com",
            "https://example.com",
            "https://admin.shop.example.com",
            "HTTPS://SHOP.EXAMPLE.COM",
            "https://shop.example.com https://evil.example",
            "https://app.example.com.evil.example",
            "*")
        .map(Arguments::of);
  }

  @ParameterizedTest(name = "[{0}]")
  @MethodSource("foreign")
  void refusesEveryOtherOrigin(String origin) {
    assertThat(CHECK.refusal(post().header("Origin", origin).request()))
        .contains(new CrossSite("Origin [" + origin + "]", OWN));
  }

  /** Some containers name the host so. */
  @Test
  void knowsAnAddressWithoutItsBrackets() {
    StubRequest bare = post().at("http", "::1", 80).header("Origin", "http://[::1]");
    assertThat(CHECK.refusal(bare.request())).isEqualTo(Optional.empty());
  }

  private static StubRequest post() {
    return StubRequest.to("/orders").method("POST").at("https://shop.example.com:443");
  }
}
