package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, PT0S",
    "90, PT90S",
    "90s, PT90S",
    "10m, PT10M",
    "24h, PT24H",
    "PT10M, PT10M",
    "pt1.5s, PT1.5S",
    "P1D, PT24H",
    "999999999h, PT999999999H",
  })
  void reads(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"", "s", "10 m", "10M", "10ms", "1d", "-1", "+1", "1.5", "1e3", "٣", "1234567890"})
  void refuses(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
