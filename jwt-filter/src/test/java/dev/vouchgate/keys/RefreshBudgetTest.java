package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshBudgetTest {
  private static final Instant NOW = Tokens.NOW;

  private final RefreshBudget budget = new RefreshBudget(Duration.ofSeconds(10));

  @Test
  void allowsOnePerInterval() {
    assertThat(budget.spend("a", NOW)).isTrue();
    assertThat(budget.spend("b", NOW)).isFalse();
    assertThat(budget.spend("b", NOW.plusMillis(9_999))).isFalse();
    assertThat(budget.spend("b", NOW.plusSeconds(10))).isTrue();
    assertThat(budget.spend("c", NOW.plusSeconds(19))).isFalse();
  }

  @Test
  void allowsOneOfManyThatAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> asking =
          IntStream.range(0, 500)
              .mapToObj(i -> (Callable<Boolean>) () -> budget.spend("kid " + i, NOW))
              .toList();

      int allowed = 0;
      for (Future<Boolean> answer : threads.invokeAll(asking)) {
        allowed += answer.get() ? 1 : 0;
      }

      assertThat(allowed).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nameAskedForInVainWaitsLongerEachTime() {
    Instant now = NOW;
    for (long span : new long[] {10, 20, 40, 80, 160, 320, 320}) {
      budget.remember("junk", now);

      assertThat(budget.spend("junk", now.plusSeconds(span).minusMillis(1))).isFalse();
      now = now.plusSeconds(span);
      assertThat(budget.spend("junk", now)).isTrue();
    }
  }

  @Test
  void nameAskedForInVainLeavesTheBudgetToOthers() {
    budget.remember("junk", NOW);
    budget.remember("junk", NOW.plusSeconds(10));

    assertThat(budget.spend("junk", NOW.plusSeconds(25))).isFalse();
    assertThat(budget.spend("real", NOW.plusSeconds(25))).isTrue();
  }

  @Test
  void manyWhoAskInVainAtOnceCountAsOne() {
    for (int i = 0; i < 100; i++) {
      budget.remember("junk", NOW);
    }

    assertThat(budget.spend("junk", NOW.plusSeconds(10))).isTrue();
  }

  @Test
  void remembersNoMoreThanBounded() {
    budget.remember("first", NOW);
    for (int i = 0; i < 300; i++) {
      budget.remember("junk " + i, NOW);
    }

    // It was forgotten, which costs a fetch within the interval's bounds.
    assertThat(budget.spend("first", NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void clockThatIsSetBackDoesNotLockNewKeysOut() {
    budget.spend("a", NOW);
    budget.remember("a", NOW);

    assertThat(budget.spend("a", NOW.minusSeconds(3600))).isTrue();
  }

  @Test
  void exhaustionIsNewsOnceMinute() {
    assertThat(budget.isNewsOfExhaustion("a", NOW)).isTrue();
    assertThat(budget.isNewsOfExhaustion("b", NOW.plusMillis(59_999))).isFalse();
    assertThat(budget.isNewsOfExhaustion("b", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void exhaustionIsNoNewsForNameThatIsKnownToBeAbsent() {
    budget.remember("old", NOW);

    assertThat(budget.isNewsOfExhaustion("old", NOW.plusSeconds(9))).isFalse();
    assertThat(budget.isNewsOfExhaustion("old", NOW.plusSeconds(10))).isTrue();
  }
}
