package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.KeySkipped;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.observe.KeysRotated;
import dev.vouchgate.observe.RefreshBudgetSpent;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RemoteKeysTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");

  private final RemoteKeysFixture remote = new RemoteKeysFixture();

  @AfterEach
  void close() {
    remote.close();
  }

  @Test
  void fetchesAtTheStartAndServesRequestsFromMemory() throws Exception {
    remote.started(Jwks.set(A, B));

    for (int i = 0; i < 100; i++) {
      assertThat(remote.locate("a").map(VerificationKey::key)).contains(A.verification());
      assertThat(remote.locate("b").map(VerificationKey::key)).contains(B.verification());
    }
    assertThat(remote.server.hits()).isEqualTo(1);
  }

  @Test
  void tellsWhatItFetchedAndWhatItLeftOut() {
    remote.started(Jwks.set(A, TestKeys.secret("s")));

    String source = remote.server.jwks().toString();
    assertThat(remote.events.fetched)
        .containsExactly(new KeysFetched(source, List.of("a"), Duration.ofMinutes(10), true));
    assertThat(remote.events.skipped).hasSize(1);
    KeySkipped skipped = remote.events.skipped.get(0);
    assertThat(skipped.source()).isEqualTo(source);
    assertThat(skipped.reason()).startsWith("key 2, kid \"s\": it is a shared secret");
  }

  @Test
  void tellsWhetherTheKeysHaveChanged() {
    remote.started(Jwks.set(A));
    remote.executor.advance(Duration.ofMinutes(10));
    remote.server.serve(Jwks.set(A, B));
    remote.executor.advance(Duration.ofMinutes(10));

    assertThat(remote.events.fetched)
        .extracting(KeysFetched::changed)
        .containsExactly(true, false, true);
  }

  @Test
  void tellsWhichKeysCameAndWentInRotation() {
    remote.started(Jwks.set(A));
    remote.server.serve(Jwks.set(A, B));
    remote.executor.advance(Duration.ofMinutes(10));
    remote.server.serve(Jwks.set(B));
    remote.executor.advance(Duration.ofMinutes(10));

    String source = remote.server.jwks().toString();
    assertThat(remote.events.others)
        .containsExactly(
            new KeysRotated(source, List.of("b"), List.of()),
            new KeysRotated(source, List.of(), List.of("a")));
  }

  @Test
  void tellsThatAnotherKeyHasTakenTheNameOfOne() {
    remote.started(Jwks.set(A));
    remote.server.serve(Jwks.set(TestKeys.p256("a")));
    remote.executor.advance(Duration.ofMinutes(10));

    assertThat(remote.events.others)
        .containsExactly(
            new KeysRotated(remote.server.jwks().toString(), List.of("a"), List.of("a")));
  }

  @Test
  void tellsOnceMinuteThatItsBudgetIsSpent() throws Exception {
    remote.started(Jwks.set(A));
    for (int second = 0; second < 70; second++) {
      for (int i = 0; i < 20; i++) {
        remote.locate("junk " + second + " " + i);
      }
      remote.executor.advance(Duration.ofSeconds(1));
    }

    RefreshBudgetSpent spent =
        new RefreshBudgetSpent(remote.server.jwks().toString(), Duration.ofSeconds(10));
    assertThat(remote.events.others).containsExactly(spent, spent);
  }

  @Test
  void oneClientWithAnOldKeySpendsNoBudgetThatWouldBeTold() throws Exception {
    remote.started(Jwks.set(A));
    for (int second = 0; second < 70; second++) {
      remote.locate("old");
      remote.executor.advance(Duration.ofSeconds(1));
    }

    assertThat(remote.events.others).isEmpty();
  }

  @ParameterizedTest(name = "{0}: fresh for {1} s")
  @CsvSource({
    "no header, 600",
    "max-age=120, 120",
    "max-age=5, 60",
    "max-age=86400, 3600",
    "no-cache, 60",
    "no-store, 60",
  })
  void refreshesAheadOfExpiryWithoutAnyRequest(String cacheControl, long seconds) {
    Answer answer = Answer.of(Jwks.set(A));
    remote.server.serve(
        cacheControl.equals("no header") ? answer : answer.with("Cache-Control", cacheControl));
    remote.keys.start();

    Duration next = remote.executor.untilNext().orElseThrow();
    assertThat(next)
        .isBetween(Duration.ofSeconds(seconds * 3 / 4), Duration.ofSeconds(seconds * 85 / 100));
    remote.executor.advance(next.minusMillis(1));
    assertThat(remote.server.hits()).isEqualTo(1);
    remote.executor.advance(Duration.ofMillis(1));
    assertThat(remote.server.hits()).isEqualTo(2);
  }

  @Test
  void plansOneRefreshAtTime() {
    remote.started(Jwks.set(A));
    remote.executor.advance(Duration.ofHours(5));

    assertThat(remote.executor.waiting()).isEqualTo(1);
    // every ten minutes, less 15 to 25 %
    assertThat(remote.server.hits()).isBetween(36L, 41L);
  }

  @Test
  void takesUpNewKeysAndDropsOldOnes() throws Exception {
    remote.started(Jwks.set(A));
    remote.server.serve(Jwks.set(B));
    remote.executor.advance(Duration.ofMinutes(10));

    assertThat(remote.locate("b")).isPresent();
    assertThat(remote.locate("a")).isEmpty();
  }

  @Test
  void keepsTheVerySameKeysWhileTheDocumentStaysTheSame() throws Exception {
    remote.started(Jwks.set(A, TestKeys.secret("s")));
    VerificationKey before = remote.locate("a").orElseThrow();
    remote.executor.advance(Duration.ofMinutes(30));

    assertThat(remote.locate("a").orElseThrow()).isSameAs(before);
    assertThat(remote.events.skipped).as("told once").hasSize(1);
  }

  @Test
  void acceptsRotatedKeyAtItsFirstUse() throws Exception {
    remote.started(Jwks.set(A));
    remote.server.serve(Jwks.set(A, B));

    assertThat(remote.locate("b").map(VerificationKey::key)).contains(B.verification());
    assertThat(remote.server.hits()).isEqualTo(2);
  }

  @Test
  void acceptsRotatedKeyRightAfterScheduledRefresh() throws Exception {
    remote.started(Jwks.set(A));
    remote.executor.advance(remote.executor.untilNext().orElseThrow());
    remote.server.serve(Jwks.set(A, B));

    assertThat(remote.locate("b")).isPresent();
  }

  @Test
  void fetchesAtMostOncePerTenSecondsForUnknownKids() throws Exception {
    remote.started(Jwks.set(A));

    for (int second = 0; second < 30; second++) {
      for (int i = 0; i < 100; i++) {
        assertThat(remote.locate("junk " + second + " " + i)).isEmpty();
      }
      remote.executor.advance(Duration.ofSeconds(1));
    }

    assertThat(remote.server.hits()).isEqualTo(1 + 3);
  }

  @Test
  void acceptsRotatedKeyWithinTenSecondsOfFlood() throws Exception {
    remote.started(Jwks.set(A));
    for (int i = 0; i < 2000; i++) {
      assertThat(remote.locate("junk " + i)).isEmpty();
    }
    assertThat(remote.server.hits()).isEqualTo(2);
    remote.server.serve(Jwks.set(A, B));
    assertThat(remote.locate("b")).isEmpty();
    remote.executor.advance(Duration.ofSeconds(10));

    assertThat(remote.locate("b")).isPresent();
    assertThat(remote.server.hits()).isEqualTo(3);
  }

  @Test
  void oneClientWithAnOldKeyDoesNotKeepAskingForIt() throws Exception {
    remote.server.serve(Answer.of(Jwks.set(A)).with("Cache-Control", "max-age=3600"));
    remote.keys.start();

    for (int second = 0; second < 600; second++) {
      assertThat(remote.locate("old")).isEmpty();
      remote.executor.advance(Duration.ofSeconds(1));
    }

    // at 0, 10, 30, 70, 150 and 310 s
    assertThat(remote.server.hits()).isEqualTo(1 + 6);
  }

  @Test
  void oneClientWithAnOldKeyDoesNotDelayNewOne() throws Exception {
    remote.started(Jwks.set(A));
    remote.locate("old");
    remote.executor.advance(Duration.ofSeconds(10));
    remote.locate("old");
    remote.executor.advance(Duration.ofSeconds(15));
    remote.locate("old");
    remote.server.serve(Jwks.set(A, B));

    assertThat(remote.locate("b")).isPresent();
  }

  @Test
  void doesNotFetchForKeyThatIsThereButDoesNotSuit() throws Exception {
    remote.started(Jwks.set(A));

    assertThat(remote.keys.locate(Headers.of("ES256", "a"))).isEmpty();
    assertThat(remote.keys.locate(Headers.of("none", "b"))).isEmpty();
    assertThat(remote.keys.locate(Headers.withoutKid("ES256"))).isEmpty();
    assertThat(remote.server.hits()).isEqualTo(1);
  }

  @Test
  void readsPemFromTheAddressToo() throws Exception {
    remote.started(Pem.of(A));

    assertThat(remote.locate("any")).isPresent();
  }

  @Test
  void knownKidsDoNotWaitForFetchInProgress() throws Exception {
    remote.started(Jwks.set(A));
    remote.executor.hold();
    remote.executor.advance(Duration.ofMinutes(9));
    assertThat(remote.executor.waiting()).as("a fetch that does not get on").isEqualTo(1);

    assertThat(remote.locate("a")).isPresent();
  }

  @Test
  void isUnavailableBeforeTheFirstFetchHasEnded() {
    RemoteKeysPolicy hasty =
        RemoteKeysFixture.policy(
            Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMillis(20));
    try (RemoteKeysFixture slow =
        new RemoteKeysFixture(Duration.ofSeconds(30), hasty, new GateListener() {})) {
      slow.executor.hold();
      slow.started(Jwks.set(A));

      KeysUnavailableException refused =
          catchThrowableOfType(KeysUnavailableException.class, () -> slow.locate("a"));

      assertThat(refused)
          .hasMessage(
              "no keys of "
                  + slow.server.jwks()
                  + ", and a fetch is in progress: the first fetch has not ended");
      assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void isUnavailableWhileTheServerHasNoKeys() {
    remote.keys.start();

    KeysUnavailableException refused =
        catchThrowableOfType(KeysUnavailableException.class, () -> remote.locate("a"));

    assertThat(refused)
        .hasMessage(
            "no keys of "
                + remote.server.jwks()
                + ": "
                + remote.server.jwks()
                + " answered with status 404, not 200");
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void requestThatNeedsTheFirstSetFetchesAtOnce() throws Exception {
    remote.keys.start();
    remote.server.serve(Jwks.set(A));

    assertThat(remote.locate("a")).isPresent();
    assertThat(remote.server.hits()).isEqualTo(2);
  }

  @Test
  void requestsThatNeedTheFirstSetFetchOncePerTenSeconds() {
    remote.keys.start();

    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> remote.locate("a")).isInstanceOf(KeysUnavailableException.class);
    }
    assertThat(remote.server.hits()).isEqualTo(2);

    remote.executor.hold();
    remote.clock.advance(Duration.ofSeconds(10));
    remote.executor.release();
    long planned = remote.server.hits();
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> remote.locate("a")).isInstanceOf(KeysUnavailableException.class);
    }
    assertThat(remote.server.hits()).isEqualTo(planned + 1);
  }

  @Test
  void recoversFromBadStartWithoutAnyRequest() {
    remote.keys.start();
    remote.server.serve(Jwks.set(A));
    remote.executor.advance(Duration.ofMillis(500));

    assertThat(remote.keys.state().usable()).isTrue();
  }

  @Test
  void isThereTwoSecondsAfterItsServerWhileTheApplicationStarts() {
    remote.keys.start();
    remote.executor.advance(Duration.ofSeconds(90));

    remote.server.serve(Jwks.set(A));
    remote.executor.advance(Duration.ofSeconds(2));

    assertThat(remote.keys.state().usable()).isTrue();
  }

  @Test
  void triesLessOftenWhenItHasFailedForLong() {
    remote.keys.start();
    remote.executor.advance(Duration.ofMinutes(10));
    long before = remote.server.hits();

    remote.executor.advance(Duration.ofMinutes(30));

    assertThat(remote.server.hits() - before).isBetween(60L, 82L);
    KeysUnavailableException refused =
        catchThrowableOfType(KeysUnavailableException.class, () -> remote.locate("a"));
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  @Test
  void unknownKidIsNotFoundEvenIfItsRefreshFails() throws Exception {
    remote.started(Jwks.set(A));
    remote.server.serve(Answer.status(500));

    assertThat(remote.locate("b")).isEmpty();
    assertThat(remote.locate("a")).isPresent();
  }

  @Test
  void failedRefreshForUnknownKidIsTriedAgainSoon() throws Exception {
    remote.started(Jwks.set(A));
    remote.server.serve(Answer.status(500));
    remote.locate("b");
    remote.server.serve(Jwks.set(A, B));
    remote.executor.advance(Duration.ofMillis(500));

    assertThat(remote.locate("b")).isPresent();
  }

  @Test
  void nobodyWaitsForSourceInTrouble() throws Exception {
    remote.started(Jwks.set(A));
    remote.server.serve(Answer.status(500));
    remote.locate("b");
    remote.executor.hold();
    remote.executor.advance(Duration.ofSeconds(11));

    // The fetch is held back: whoever waited for it would do so for the five seconds of patience.
    long begin = System.nanoTime();
    assertThat(remote.locate("c")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void tellsItsState() throws Exception {
    String source = remote.server.jwks().toString();
    assertThat(remote.keys.state())
        .isEqualTo(new KeySetState(source, false, Optional.empty(), List.of(), Optional.empty()));

    remote.started(Jwks.set(A, B));
    remote.executor.advance(Duration.ofMinutes(2));
    assertThat(remote.keys.state())
        .isEqualTo(
            new KeySetState(
                source,
                true,
                Optional.of(Duration.ofMinutes(2)),
                List.of("a", "b"),
                Optional.empty()));

    remote.server.serve(Answer.status(503));
    remote.locate("c");
    assertThat(remote.keys.state())
        .isEqualTo(
            new KeySetState(
                source,
                true,
                Optional.of(Duration.ofMinutes(2)),
                List.of("a", "b"),
                Optional.of(source + " answered with status 503, not 200")));
  }

  @Test
  void fetchesNothingOnceClosed() throws Exception {
    remote.started(Jwks.set(A));
    remote.keys.close();

    remote.executor.advance(Duration.ofHours(1));
    assertThat(remote.locate("b")).isEmpty();

    assertThat(remote.server.hits()).isEqualTo(1);
    assertThat(remote.executor.waiting()).isZero();
  }

  @Test
  void listenerThatThrowsDoesNotStopRefreshing() throws Exception {
    GateListener broken =
        new GateListener() {
          @Override
          public void keysFetched(KeysFetched event) {
            throw new IllegalStateException("a listener's fault");
          }
        };
    try (RemoteKeysFixture other =
        new RemoteKeysFixture(Duration.ofSeconds(30), RemoteKeysPolicy.defaults(), broken)) {
      other.started(Jwks.set(A));
      other.executor.advance(Duration.ofMinutes(10));

      assertThat(other.locate("a")).isPresent();
      assertThat(other.keys.state().lastError()).isEmpty();
      assertThat(other.server.hits()).isEqualTo(2);
    }
  }

  @Test
  void keepsTryingWhateverIsThrown() {
    RemoteKeysFixture broken = new RemoteKeysFixture();
    try (broken) {
      broken.failure = new IllegalStateException("a bug");
      broken.keys.start();
      assertThat(broken.keys.state().lastError())
          .contains("java.lang.IllegalStateException: a bug");

      broken.failure = new StackOverflowError();
      assertThatThrownBy(() -> broken.executor.advance(Duration.ofSeconds(1)))
          .isInstanceOf(StackOverflowError.class);

      broken.failure = null;
      broken.server.serve(Jwks.set(A));
      broken.executor.advance(Duration.ofSeconds(30));
      assertThat(broken.keys.state().usable()).isTrue();
    }
  }
}
