package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.config.Gate;
import dev.vouchgate.keys.RemoteKeysFixture;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.Unavailable;
import dev.vouchgate.verify.Rejection.UnknownKey;
import dev.vouchgate.verify.VerifiedJwt;
import dev.vouchgate.verify.VerifierUnderTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** G5 to G14: tokens judged while the source of keys is flooded, slow, lying or gone. */
@Timeout(120)
class KeySourceThreatsTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey EVIL = TestKeys.rsa("evil");
  private static final String GOOD = Tokens.valid().compact();

  private final RemoteKeysFixture remote = new RemoteKeysFixture();
  private final RemoteKeysFixture outage = RemoteKeysFixture.patient();
  private final StubJwksServer stranger = new StubJwksServer().serve(Jwks.set(EVIL));
  private final JwtVerifier verifier = verifier(remote);
  private final JwtVerifier during = verifier(outage);

  @AfterEach
  void close() {
    remote.close();
    outage.close();
    stranger.close();
  }

  @Test
  void g5FetchesOnceForAFloodOfUnknownNamesAndKeepsItsKeys() throws Exception {
    remote.started(Jwks.set(RSA));
    flood();
    assertThat(remote.server().hits()).as("at the start, and for the flood").isEqualTo(2);

    remote.server().serve(Answer.status(500));
    remote.advance(Duration.ofSeconds(10));
    flood();
    assertThat(remote.server().hits()).isLessThanOrEqualTo(4);
    assertThat(verifier.verify(GOOD)).isNotNull();
  }

  @Test
  void g6TakesANewKeyTenSecondsAfterAFlood() throws Exception {
    TestKey fresh = TestKeys.rsa("fresh");
    remote.started(Jwks.set(RSA));
    flood();
    remote.server().serve(Jwks.set(RSA, fresh));
    remote.advance(Duration.ofSeconds(10));

    assertThat(verifier.verify(Tokens.valid("RS256", fresh).compact())).isNotNull();
  }

  @Test
  void g7LetsAllFirstRequestsShareOneFetch() throws Exception {
    ExecutorService requests = Executors.newFixedThreadPool(50);
    try (StubJwksServer server = new StubJwksServer()) {
      CountDownLatch asked = new CountDownLatch(50);
      server.serve(Answer.of(Jwks.set(RSA)).after(asked));
      try (Gate gate = GateUnderTest.withKeysOf(server).gate()) {
        Callable<VerifiedJwt> first =
            () -> {
              asked.countDown();
              return gate.verify(GOOD);
            };
        for (Future<VerifiedJwt> jwt : requests.invokeAll(Collections.nCopies(50, first))) {
          assertThat(jwt.get().callerName()).isEqualTo("jdoe@example.com");
        }
      }
      assertThat(server.hits()).isEqualTo(1);
    } finally {
      requests.shutdownNow();
    }
  }

  static Stream<Arguments> slow() {
    return Stream.of(arguments("hangs", Answer.hanging()), arguments("drips", Answer.dripping()));
  }

  @ParameterizedTest(name = "server {0}")
  @MethodSource("slow")
  void g8AnswersWithinTheDeadlineThoughTheServer(String what, Answer answer) throws Exception {
    try (StubJwksServer server = new StubJwksServer().serve(answer);
        Gate gate = GateUnderTest.withKeysOf(server).with("vouchgate.jwks.deadline", "1s").gate()) {
      assertThat(VerifierUnderTest.rejection(() -> gate.verify(GOOD)))
          .isInstanceOf(Unavailable.class);
      // Asked again, for the request's patience may have ended a moment before the fetch.
      assertThat(VerifierUnderTest.rejection(() -> gate.verify(GOOD)))
          .isInstanceOfSatisfying(
              Unavailable.class,
              refused -> {
                assertThat(refused.detail()).endsWith("gave no complete answer within 1000 ms");
                assertThat(refused.retryAfter()).isLessThan(Duration.ofSeconds(10));
              });
    }
  }

  static Stream<Arguments> badAnswers() {
    String evil = Jwks.set(EVIL);
    String half = evil.substring(0, evil.length() - 2);
    String noJson = "text that is not strict JSON";
    return Stream.of(
        bad("g9 sends 50 megabytes", Answer.ofSize(50_000_000), "has more than 524288 bytes"),
        bad("g9 sends a gzip bomb", Answer.gzipBomb(10_000_000), "sent a Content-Encoding"),
        bad("g10 redirects in a circle", Answer.redirect(302, "/jwks"), "more than 3 times"),
        bad(
            "g10 redirects to a file",
            Answer.redirect(307, "file:///etc/passwd"),
            "another origin"),
        bad("g11 sends garbage", Answer.of("<html>Down</html>"), "a text of another format"),
        bad("g11 sends nothing", Answer.of(""), "found nothing"),
        bad("g11 sends half a set", Answer.of(half), noJson),
        bad("g11 breaks off", Answer.truncated(evil), "could not be fetched"),
        bad("g11 sends an empty set", Answer.of("{\"keys\":[]}"), "a JWKS without any key"),
        bad("g11 sends a set twice", Answer.of(evil + evil), "data after the end"),
        bad(
            "g11 sends an error",
            Answer.of(500, evil.getBytes(UTF_8)),
            "with status 500, not 200"));
  }

  private static Arguments bad(String what, Answer answer, String error) {
    return arguments(what, answer, error);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void g9g10g11KeepsTheLastGoodKeysThoughTheServer(String what, Answer answer, String error)
      throws Exception {
    outage.started(Jwks.set(RSA));
    outage.server().serve(answer);
    outage.advance(Duration.ofHours(1));

    assertThat(outage.keys().state().lastError()).get(STRING).contains(error);
    assertThat(during.verify(GOOD)).isNotNull();
    assertThat(refusal(during, Tokens.valid("RS256", EVIL))).isInstanceOf(UnknownKey.class);
  }

  @Test
  void g10FollowsNoRedirectToAnotherOrigin() throws Exception {
    outage.started(Jwks.set(RSA));
    outage.server().serve(Answer.redirect(302, stranger.jwks().toString()));
    outage.advance(Duration.ofHours(1));

    assertThat(during.verify(GOOD)).isNotNull();
    assertThat(refusal(during, Tokens.valid("RS256", EVIL))).isInstanceOf(UnknownKey.class);
    assertThat(stranger.requests()).isEmpty();
  }

  @Test
  void g12KeepsItsKeysForADayOfOutageAndNoLonger() throws Exception {
    outage.started(Jwks.set(RSA));
    outage.server().serve(Answer.status(503));
    outage.advance(Duration.ofHours(24));
    assertThat(during.verify(GOOD)).isNotNull();
    assertThat(outage.keys().state().lastError()).isPresent();

    outage.advance(Duration.ofMinutes(10));
    assertThat(refusal(during, Tokens.valid())).isInstanceOf(Unavailable.class);
  }

  @Test
  void g13StartsWithoutAServerRefusesAndRecovers() throws Exception {
    remote.started("nothing");
    assertThat(refusal(verifier, Tokens.valid()))
        .isInstanceOfSatisfying(
            Unavailable.class, refused -> assertThat(refused.retryAfter()).isPositive());

    remote.server().serve(Jwks.set(RSA));
    remote.advance(Duration.ofSeconds(30));
    assertThat(remote.keys().state().usable()).as("though nobody has asked").isTrue();
    assertThat(verifier.verify(GOOD)).isNotNull();
  }

  @Test
  void g14JudgesManyTokensAtOnceWhileAFetchFails() throws Exception {
    try (StubJwksServer server = new StubJwksServer().serve(Jwks.set(RSA));
        Gate gate = GateUnderTest.withKeysOf(server).gate()) {
      assertVerifies(gate);
      server.serve(Answer.status(500));
      List<Rejection> refusals =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> Tokens.valid().header("kid", "k" + i).compact())
              .map(token -> VerifierUnderTest.rejection(() -> gate.verify(token)))
              .toList();

      assertThat(refusals).hasSize(40).hasOnlyElementsOfType(UnknownKey.class);
      assertVerifies(gate);
    }
  }

  private static void assertVerifies(Gate gate) {
    assertThatCode(() -> gate.verify(GOOD)).doesNotThrowAnyException();
  }

  private static JwtVerifier verifier(RemoteKeysFixture remote) {
    return VerifierUnderTest.of(
        VerifierUnderTest.DEFAULT_ALGORITHMS, remote.keys(), Optional.empty());
  }

  private void flood() {
    for (int i = 0; i < 500; i++) {
      byte[] header = ("{\"alg\":\"RS256\",\"kid\":\"unknown " + i + "\"}").getBytes(UTF_8);
      String unknown = Tokens.withPart(GOOD, 0, Tokens.base64Url(header));
      assertThat(VerifierUnderTest.rejection(verifier, unknown)).isInstanceOf(UnknownKey.class);
    }
  }
}
