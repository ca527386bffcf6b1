package dev.vouchgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Together;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CachedTokensTest {
  private static final Duration LIFE = Duration.ofSeconds(100);

  private final MutableClock clock = new MutableClock();
  private final AtomicInteger fetched = new AtomicInteger();
  private final Held background = new Held();
  private boolean down;
  private final CachedTokens tokens =
      new CachedTokens(this::fetch, clock, background, Duration.ofSeconds(30));

  /** Runs what is scheduled on the caller's thread, or when the test says so. */
  private static final class Held implements RefreshExecutor {
    final Deque<Runnable> tasks = new ArrayDeque<>();
    boolean holding;

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
      tasks.add(task);
      if (!holding) {
        run();
      }
      return () -> {};
    }

    void run() {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    }

    @Override
    public void close() {
      tasks.clear();
    }
  }

  private IssuedToken fetch() throws TokenUnavailableException {
    int number = fetched.incrementAndGet();
    if (down) {
      throw new TokenUnavailableException("down " + number);
    }
    return new IssuedToken("token-" + number, clock.instant().plus(LIFE));
  }

  @Test
  void asksForNothingBeforeItIsNeeded() {
    assertThat(fetched).hasValue(0);
  }

  @Test
  void usesATokenAgainUntilThreeQuartersOfItsLife() throws Exception {
    assertThat(tokens.token()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(75).minusMillis(1));
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(fetched).hasValue(1);
  }

  @Test
  void asksForTheNextInTheBackgroundWhileTheOldOneIsUsed() throws Exception {
    tokens.token();
    background.holding = true;
    clock.advance(Duration.ofSeconds(75));

    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(background.tasks).hasSize(1);

    background.run();
    assertThat(tokens.token()).isEqualTo("token-2");
    assertThat(fetched).hasValue(2);
  }

  @Test
  void usesNoTokenThatMayEndOnItsWay() throws Exception {
    tokens.token();
    background.holding = true;
    clock.advance(Duration.ofSeconds(90).minusMillis(1));
    assertThat(tokens.token()).isEqualTo("token-1");
    background.tasks.clear();
    background.run();
    clock.advance(Duration.ofMillis(1));

    CachedTokens impatient = new CachedTokens(this::fetch, clock, background, Duration.ofMillis(1));
    assertThatThrownBy(impatient::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage("there was no token within PT0.001S");
  }

  @Test
  void keepsTheOldTokenWhileNoNewOneCanBeHad() throws Exception {
    tokens.token();
    down = true;
    clock.advance(Duration.ofSeconds(80));
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(fetched).hasValue(2);

    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(fetched).as("asked again after a pause").hasValue(3);

    clock.advance(Duration.ofSeconds(9));
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage("down 4");

    down = false;
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.token()).isEqualTo("token-5");
  }

  @Test
  void asksLessOftenTheLongerItIsInVain() throws Exception {
    tokens.token();
    down = true;
    clock.advance(Duration.ofSeconds(75));
    for (int i = 0; i < 15; i++) {
      tokens.token();
      clock.advance(Duration.ofSeconds(1).minusMillis(1));
      tokens.token();
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(fetched).as("after 0, 1, 3 and 7 seconds").hasValue(1 + 4);
  }

  @Test
  void answersAtOnceBetweenTwoFailures() {
    down = true;
    assertThatThrownBy(tokens::token).hasMessage("down 1");
    assertThatThrownBy(tokens::token).hasMessage("down 1");
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(tokens::token).hasMessage("down 2");
  }

  @Test
  void asksOnceForAllWhoWaitForTheFirst() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (RefreshExecutor own = RefreshExecutor.background();
        CachedTokens shared =
            new CachedTokens(
                () -> {
                  Together.await(mayAnswer);
                  return fetch();
                },
                clock,
                own,
                Duration.ofSeconds(30))) {
      List<Future<String>> callers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        callers.add(threads.submit(shared::token));
      }
      mayAnswer.countDown();
      for (Future<String> caller : callers) {
        assertThat(caller.get()).isEqualTo("token-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetched).hasValue(1);
  }

  @Test
  void replacesATokenThatWasRefused() throws Exception {
    tokens.token();
    assertThat(tokens.insteadOf("token-1")).contains("token-2");
    assertThat(tokens.token()).isEqualTo("token-2");
  }

  @Test
  void givesWhoWasRefusedWithAnOldTokenTheNewOne() throws Exception {
    tokens.token();
    tokens.insteadOf("token-1");
    assertThat(tokens.insteadOf("token-1")).contains("token-2");
    assertThat(fetched).hasValue(2);
  }

  @Test
  void doesNotAskAtEachRefusal() throws Exception {
    tokens.token();
    tokens.insteadOf("token-1");
    assertThat(tokens.insteadOf("token-2")).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThat(tokens.insteadOf("token-2")).contains("token-3");
  }

  @Test
  void usesARefusedTokenOnIfThereIsNoOther() throws Exception {
    tokens.token();
    down = true;
    assertThat(tokens.insteadOf("token-1")).isEqualTo(Optional.empty());
    assertThat(tokens.token()).isEqualTo("token-1");
  }

  @Test
  void letsWhoWaitsGoWhenItIsClosed() throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (RefreshExecutor never =
        new RefreshExecutor() {
          @Override
          public Runnable schedule(Runnable task, Duration delay) {
            isAsked.countDown();
            return () -> {};
          }

          @Override
          public void close() {}
        }) {
      CachedTokens closing = new CachedTokens(this::fetch, clock, never, Duration.ofSeconds(30));
      Future<String> waiting = threads.submit(closing::token);
      isAsked.await();
      closing.close();
      assertThatThrownBy(waiting::get)
          .hasRootCauseInstanceOf(TokenUnavailableException.class)
          .hasRootCauseMessage("the application has stopped");
      assertThatThrownBy(closing::token).isInstanceOf(TokenUnavailableException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsWhoIsInterruptedWhileWaiting() {
    background.holding = true;
    Thread.currentThread().interrupt();
    assertThatThrownBy(tokens::token).hasMessage("waiting for a token was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
