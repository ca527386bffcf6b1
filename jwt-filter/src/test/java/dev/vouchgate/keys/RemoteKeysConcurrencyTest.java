package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests at once, real threads, a server that answers when the test lets it. */
@Timeout(120)
class RemoteKeysConcurrencyTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");

  private final StubJwksServer server = new StubJwksServer();
  private final MutableClock clock = new MutableClock();
  private final RefreshExecutor executor = RefreshExecutor.background();
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final HttpFetcher fetcher =
      new HttpFetcher(new HttpFetcher.Limits(Duration.ofSeconds(60), 524_288, false));
  private final RemoteKeys keys =
      new RemoteKeys(
          KeySetAddress.of(server.jwks()),
          fetcher,
          new KeyPolicy(false),
          RemoteKeysFixture.policy(
              Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)),
          clock,
          executor,
          new GateListener() {});

  @AfterEach
  void close() {
    keys.close();
    executor.close();
    fetcher.close();
    server.close();
    requests.shutdownNow();
  }

  @Test
  void twoHundredFirstRequestsShareOneFetch() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.serve(Answer.of(Jwks.set(A)).after(gate));
    keys.start();
    CountDownLatch asking = new CountDownLatch(200);

    List<Future<Optional<VerificationKey>>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(
          requests.submit(
              () -> {
                asking.countDown();
                return keys.locate(Headers.of("RS256", "a"));
              }));
    }
    asking.await();
    gate.countDown();

    for (Future<Optional<VerificationKey>> answer : answers) {
      assertThat(answer.get()).isPresent();
    }
    assertThat(server.hits()).isEqualTo(1);
  }

  @Test
  void twoThousandUnknownKidsCostOneFetch() throws Exception {
    load(Jwks.set(A));

    List<Callable<Optional<VerificationKey>>> flood =
        IntStream.range(0, 2000)
            .mapToObj(i -> (Callable<Optional<VerificationKey>>) () -> locate("junk " + i))
            .toList();
    for (Future<Optional<VerificationKey>> answer : requests.invokeAll(flood)) {
      assertThat(answer.get()).isEmpty();
    }
    assertThat(server.hits()).isEqualTo(2);

    server.serve(Jwks.set(A, B));
    clock.advance(Duration.ofSeconds(10));
    assertThat(locate("b")).isPresent();
    assertThat(server.hits()).isEqualTo(3);
  }

  @Test
  void allWhoAskForFreshlyRotatedKeyShareOneFetch() throws Exception {
    load(Jwks.set(A));
    CountDownLatch gate = new CountDownLatch(1);
    server.serve(Answer.of(Jwks.set(B)).after(gate));
    CountDownLatch asking = new CountDownLatch(50);

    List<Future<Optional<VerificationKey>>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(
          requests.submit(
              () -> {
                asking.countDown();
                return locate("b");
              }));
    }
    asking.await();
    assertThat(locate("a")).as("a known key, while they wait").isPresent();
    gate.countDown();

    for (Future<Optional<VerificationKey>> answer : answers) {
      assertThat(answer.get()).isPresent();
    }
    assertThat(server.hits()).isEqualTo(2);
  }

  @Test
  void keyPublishedDuringAnEarlierFetchIsAcceptedAtItsFirstUse() throws Exception {
    load(Jwks.set(A));
    CountDownLatch gate = new CountDownLatch(1);
    server.serve(Answer.of(Jwks.set(A)).after(gate));
    Future<Optional<VerificationKey>> junk = requests.submit(() -> locate("junk"));
    untilHits(2);
    clock.advance(Duration.ofSeconds(10));
    CompletableFuture<Optional<VerificationKey>> answer = new CompletableFuture<>();
    Thread early =
        new Thread(
            () -> {
              try {
                answer.complete(locate("b"));
              } catch (KeysUnavailableException e) {
                answer.completeExceptionally(e);
              }
            },
            "early");
    early.start();
    untilWaiting(early);
    server.serve(Jwks.set(A, B));
    gate.countDown();

    assertThat(answer.get()).isPresent();
    assertThat(junk.get()).isEmpty();
    assertThat(server.hits()).isEqualTo(3);
  }

  @Test
  void requestsWithKnownKidsDoNotWaitWhileTheServerHangs() throws Exception {
    load(Jwks.set(A));
    CountDownLatch gate = new CountDownLatch(1);
    server.serve(Answer.of(Jwks.set(A)).after(gate));
    Future<Optional<VerificationKey>> unknown = requests.submit(() -> locate("unknown"));
    untilHits(2);

    for (int i = 0; i < 1000; i++) {
      assertThat(locate("a")).isPresent();
    }
    assertThat(unknown.isDone()).as("the fetch that hangs").isFalse();
    gate.countDown();
    assertThat(unknown.get()).isEmpty();
  }

  @Test
  void noMoreThanHundredRequestsWaitForUnknownKids() throws Exception {
    load(Jwks.set(A));
    CountDownLatch gate = new CountDownLatch(1);
    server.serve(Answer.of(Jwks.set(A)).after(gate));
    CompletionService<Optional<VerificationKey>> flood = new ExecutorCompletionService<>(requests);
    for (int i = 0; i < 130; i++) {
      String kid = "junk " + i;
      flood.submit(() -> locate(kid));
    }

    for (int i = 0; i < 30; i++) {
      assertThat(flood.poll(30, TimeUnit.SECONDS).get()).isEmpty();
    }
    assertThat(flood.poll()).as("the others wait").isNull();
    gate.countDown();

    for (int i = 0; i < 100; i++) {
      assertThat(flood.take().get()).isEmpty();
    }
    assertThat(server.hits()).isEqualTo(2);
  }

  @Test
  void requestThatIsInterruptedWaitsNoLongerAndSaysSo() {
    server.serve(Answer.hanging());
    keys.start();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> locate("a")).isInstanceOf(KeysUnavailableException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closingLetsWaitingRequestsGo() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.serve(
        (exchange, closing) -> {
          arrived.countDown();
          closing.await();
        });
    keys.start();
    Future<Optional<VerificationKey>> waiting = requests.submit(() -> locate("a"));
    arrived.await();

    keys.close();

    assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(KeysUnavailableException.class);
  }

  @Test
  void recoversByItselfInRealTime() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    server.serve(
        (exchange, closing) -> {
          exchange.sendResponseHeaders(503, -1);
          refused.countDown();
        });
    keys.start();
    refused.await();
    CountDownLatch fetched = new CountDownLatch(1);
    server.serve(
        (exchange, closing) -> {
          Answer.of(Jwks.set(A)).write(exchange, closing);
          fetched.countDown();
        });
    assertThat(fetched.await(30, TimeUnit.SECONDS)).isTrue();

    // It was sent; within moments it is in use.
    assertThat(eventually("a")).isPresent();
  }

  private Optional<VerificationKey> eventually(String kid) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return locate(kid);
      } catch (KeysUnavailableException e) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  private void untilHits(long hits) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (server.hits() < hits) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void untilWaiting(Thread thread) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void load(String set) throws Exception {
    server.serve(set);
    keys.start();
    assertThat(locate("a")).isPresent();
  }

  private Optional<VerificationKey> locate(String kid) throws KeysUnavailableException {
    return keys.locate(Headers.of("RS256", kid));
  }
}
