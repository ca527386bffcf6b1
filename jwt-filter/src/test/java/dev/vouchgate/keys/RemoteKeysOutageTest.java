package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeysFetchFailed;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.RawServer;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of the server, the last good keys stay in use for a day. */
@Timeout(120)
class RemoteKeysOutageTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final String GOOD = Jwks.set(A);
  private static final String EVIL = Jwks.set(TestKeys.rsa("evil"));

  /** Few attempts a day, for some of them last until the deadline. */
  private final RemoteKeysFixture remote =
      new RemoteKeysFixture(
          Duration.ofSeconds(1),
          RemoteKeysFixture.policy(
              Duration.ofHours(4), Duration.ofHours(12), Duration.ofSeconds(5)),
          new GateListener() {});

  private final StubJwksServer stranger = new StubJwksServer().serve(EVIL);

  @AfterEach
  void close() {
    remote.close();
    stranger.close();
  }

  static Stream<Arguments> badAnswers() {
    TestKey secret = TestKeys.secret("s");
    return Stream.of(
        arguments("hangs", Answer.hanging()),
        arguments("drips", Answer.dripping()),
        arguments("answers 500", Answer.status(500)),
        arguments("answers 404 with keys", Answer.of(404, EVIL.getBytes(UTF_8))),
        arguments("sends garbage", Answer.of("<html>Down for maintenance</html>")),
        arguments("sends nothing", Answer.of("")),
        arguments("breaks off", Answer.truncated(EVIL)),
        arguments("sends half a set", Answer.of(EVIL.substring(0, EVIL.length() - 2))),
        arguments("sends an empty set", Answer.of("{\"keys\":[]}")),
        arguments("sends no key that can be used", Answer.of(Jwks.set(secret))),
        arguments(
            "sends only a private key", Answer.of(Json.of(Jwks.privateOf(TestKeys.rsa("evil"))))),
        arguments("sends 50 megabytes", Answer.ofSize(50_000_000)),
        arguments("sends a gzip bomb", Answer.gzipBomb(10_000_000)),
        arguments("redirects in a circle", Answer.redirect(302, "/jwks")));
  }

  @ParameterizedTest(name = "server {0}")
  @MethodSource("badAnswers")
  void keysStayInUseForOneDayWhileTheServer(String fails, Answer answer) throws Exception {
    remote.started(GOOD);
    remote.server.serve(answer);

    assertThatKeysStayInUseForOneDay();
  }

  @Test
  void keysStayInUseForOneDayWhileNobodyListens() throws Exception {
    remote.started(GOOD);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      remote.source = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/jwks");
    }

    assertThatKeysStayInUseForOneDay();
  }

  @Test
  void keysStayInUseForOneDayWhileConnectionsAreReset() throws Exception {
    remote.started(GOOD);
    try (RawServer resetting = RawServer.resetting()) {
      remote.source = resetting.uri();

      assertThatKeysStayInUseForOneDay();
    }
  }

  @Test
  void keysStayInUseForOneDayWhileTheServerSpeaksNoHttp() throws Exception {
    remote.started(GOOD);
    try (RawServer talking = RawServer.talkingNonsense()) {
      remote.source = talking.uri();

      assertThatKeysStayInUseForOneDay();
    }
  }

  @Test
  void keysStayInUseForOneDayWhileTheServerDripsItsHeaders() throws Exception {
    remote.started(GOOD);
    try (RawServer dripping = RawServer.drippingHeaders()) {
      remote.source = dripping.uri();

      assertThatKeysStayInUseForOneDay();
    }
  }

  @Test
  void keysStayInUseForOneDayWhileTheServerSendsUsToStranger() throws Exception {
    remote.started(GOOD);
    remote.server.serve(Answer.redirect(302, stranger.jwks().toString()));

    assertThatKeysStayInUseForOneDay();
    assertThat(stranger.requests()).isEmpty();
  }

  private void assertThatKeysStayInUseForOneDay() throws Exception {
    for (int hour = 0; hour < 24; hour++) {
      remote.executor.advance(Duration.ofHours(1));
      assertThat(remote.locate("a").map(VerificationKey::key)).contains(A.verification());
    }
    assertThat(remote.locate("evil")).isEmpty();
    assertThat(remote.events.failed).hasSizeGreaterThan(2);
    assertThat(remote.events.failed).allMatch(KeysFetchFailed::usable);
    assertThat(remote.keys.state().usable()).isTrue();
    assertThat(remote.keys.state().lastError()).isPresent();
    assertThat(remote.keys.state().keyIds()).isEqualTo(List.of("a"));
  }

  @Test
  void recoversAsSoonAsTheServerDoes() throws Exception {
    remote.started(GOOD);
    remote.server.serve(Answer.status(500));
    remote.executor.advance(Duration.ofHours(20));
    remote.server.serve(Jwks.set(TestKeys.rsa("b")));
    remote.executor.advance(Duration.ofHours(12));

    assertThat(remote.locate("b")).isPresent();
    assertThat(remote.locate("a")).isEmpty();
    assertThat(remote.keys.state().lastError()).isEmpty();
  }

  @Test
  void isUnavailableOnceTheLastGoodKeysAreTooOld() throws Exception {
    remote.started(GOOD);
    remote.server.serve(Answer.status(500));
    remote.executor.advance(Duration.ofHours(24).plusMinutes(10).minusMillis(1));
    assertThat(remote.locate("a")).isPresent();

    remote.executor.advance(Duration.ofMillis(1));

    assertThatThrownBy(() -> remote.locate("a"))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageContaining("status 500");
    assertThatThrownBy(() -> remote.locate("unknown")).isInstanceOf(KeysUnavailableException.class);
    assertThat(remote.keys.state().usable()).isFalse();
  }

  @Test
  void recoversEvenThen() throws Exception {
    remote.started(GOOD);
    remote.server.serve(Answer.status(500));
    remote.executor.advance(Duration.ofDays(2));
    remote.server.serve(GOOD);
    remote.executor.advance(Duration.ofHours(12));

    assertThat(remote.locate("a")).isPresent();
  }

  @Test
  void tellsOfEachFailureAndWhenItWillTryAgain() {
    remote.started(GOOD);
    remote.server.serve(Answer.status(500));
    remote.executor.advance(Duration.ofMinutes(10));

    assertThat(remote.events.failed).hasSize(1);
    KeysFetchFailed failed = remote.events.failed.get(0);
    assertThat(failed.source()).isEqualTo(remote.server.jwks().toString());
    assertThat(failed.reason()).endsWith(" answered with status 500, not 200");
    assertThat(failed.usable()).isTrue();
    assertThat(failed.retryIn()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
  }

  @Test
  void tellsWhetherItFailsAsBefore() {
    remote.started(GOOD);
    remote.server.serve(Answer.status(500));
    remote.executor.advance(Duration.ofHours(40));
    int before = remote.events.failed.size();
    remote.server.serve(Answer.status(503));
    remote.executor.advance(Duration.ofHours(24));

    List<KeysFetchFailed> failed = remote.events.failed;
    assertThat(failed.stream().filter(event -> !event.repeated()).map(KeysFetchFailed::usable))
        .as("at first, when the keys become too old, with another status")
        .containsExactly(true, false, false);
    assertThat(failed.get(0).repeated()).isFalse();
    assertThat(failed.get(1).repeated()).isTrue();
    assertThat(failed.get(before).repeated()).isFalse();
  }

  @Test
  void tellsThatThereIsNoSetToUse() {
    remote.server.serve("<html>");
    remote.keys.start();

    assertThat(remote.events.failed).hasSize(1);
    assertThat(remote.events.failed.get(0).usable()).isFalse();
    assertThat(remote.events.failed.get(0).reason())
        .startsWith(remote.server.jwks() + ": found a text of another format");
  }
}
