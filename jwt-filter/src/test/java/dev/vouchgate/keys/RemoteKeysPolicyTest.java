package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteKeysPolicyTest {
  private final RemoteKeysPolicy policy = RemoteKeysPolicy.defaults();

  @ParameterizedTest(name = "{0} s become {1} s")
  @CsvSource({
    "0, 60",
    "59, 60",
    "60, 60",
    "61, 61",
    "900, 900",
    "3600, 3600",
    "3601, 3600",
    "2147483647, 3600",
  })
  void keepsWhatTheServerSaysWithinBounds(long stated, long seconds) {
    assertThat(policy.freshFor(Optional.of(Duration.ofSeconds(stated))))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void isTenMinutesIfTheServerSaysNothing() {
    assertThat(policy.freshFor(Optional.empty())).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void followsTheOperatorsBounds() {
    RemoteKeysPolicy own =
        new RemoteKeysPolicy(
            Duration.ofMinutes(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            policy.staleFor(),
            policy.firstRetry(),
            policy.maxRetry(),
            policy.unknownKeyInterval(),
            policy.patience());

    assertThat(own.freshFor(Optional.empty())).isEqualTo(Duration.ofMinutes(2));
    assertThat(own.freshFor(Optional.of(Duration.ZERO))).isEqualTo(Duration.ofSeconds(10));
    assertThat(own.freshFor(Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofMinutes(5));
  }
}
