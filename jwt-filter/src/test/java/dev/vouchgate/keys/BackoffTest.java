package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private final Backoff shortest = new Backoff(RemoteKeysPolicy.defaults(), constant(0));
  private final Backoff longest = new Backoff(RemoteKeysPolicy.defaults(), constant(0.999999));

  @ParameterizedTest(name = "after {0} failures: {1} to {2} ms")
  @CsvSource({
    "1, 375, 500",
    "2, 750, 1000",
    "3, 1500, 2000",
    "4, 3000, 4000",
    "6, 12000, 16000",
    "7, 22500, 30000",
    "100, 22500, 30000",
    "2147483647, 22500, 30000",
  })
  void growsWithEachFailureUpToTheCap(int failures, long least, long most) {
    assertThat(shortest.retry(failures, false)).isEqualTo(Duration.ofMillis(least));
    assertThat(longest.retry(failures, false))
        .isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
  }

  @ParameterizedTest(name = "after {0} failures: {1} to {2} ms")
  @CsvSource({"1, 375, 500", "2, 750, 1000", "3, 1500, 2000", "4, 1500, 2000", "99, 1500, 2000"})
  void staysWithinTwoSecondsWhileTheSourceMayBeStarting(int failures, long least, long most) {
    assertThat(shortest.retry(failures, true)).isEqualTo(Duration.ofMillis(least));
    assertThat(longest.retry(failures, true))
        .isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
  }

  @Test
  void refreshesAheadOfExpiry() {
    assertThat(shortest.ahead(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(450));
    assertThat(longest.ahead(Duration.ofMinutes(10)))
        .isBetween(Duration.ofSeconds(509), Duration.ofSeconds(510));
  }

  /** A generator of doubles that all lie at that share of their range. */
  private static RandomGenerator constant(double share) {
    return () -> (long) (share * (1L << 53)) << 11;
  }
}
