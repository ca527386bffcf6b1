package dev.vouchgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  private static final String SENT = "Date: Sun, 01 Mar 2026 12:00:00 GMT";

  @ParameterizedTest(name = "{0}: {1} s")
  @CsvSource(
      delimiter = '|',
      value = {
        "Cache-Control: max-age=600 | 600",
        "Cache-Control: public, Max-Age=600, must-revalidate | 600",
        "Cache-Control: max-age=\"600\" | 600",
        "Cache-Control: max-age=600, max-age=60 | 60",
        "Cache-Control: max-age=600; Age: 100 | 500",
        "Cache-Control: max-age=600; Age: 700 | 0",
        "Cache-Control: max-age=0 | 0",
        "Cache-Control: max-age=99999999999999999999 | 2147483647",
        "Cache-Control: s-maxage=5, max-age=600 | 600",
        "Cache-Control: max-age=600; Expires: 0 | 600",
      })
  void followsMaxAge(String headers, long seconds) {
    assertThat(freshness(headers)).isEqualTo(Optional.of(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Cache-Control: no-cache",
    "Cache-Control: no-store",
    "Cache-Control: NO-CACHE; Cache-Control: max-age=600",
    "'Cache-Control: max-age=600, no-store'",
    "Cache-Control: max-age=soon",
    "Cache-Control: max-age=-1",
    "Cache-Control: max-age=",
    "Expires: 0",
    "Expires: soon",
  })
  void isNoneWhereTheServerForbidsItOrCannotBeUnderstood(String headers) {
    assertThat(freshness(headers)).isEqualTo(Optional.of(Duration.ZERO));
  }

  @Test
  void followsExpiresByTheServersOwnClock() {
    assertThat(freshness(SENT + "; Expires: Sun, 01 Mar 2026 12:05:00 GMT"))
        .isEqualTo(Optional.of(Duration.ofMinutes(5)));
  }

  @Test
  void isNoneOnceExpired() {
    assertThat(freshness(SENT + "; Expires: Thu, 01 Jan 1970 00:00:00 GMT"))
        .isEqualTo(Optional.of(Duration.ZERO));
  }

  @Test
  void isUnknownIfExpiresHasNothingToCompareWith() {
    assertThat(freshness("Expires: Sun, 01 Mar 2026 12:05:00 GMT")).isEmpty();
  }

  @Test
  void isUnknownIfTheServerSaysNothing() {
    assertThat(freshness(SENT + "; Cache-Control: public")).isEmpty();
  }

  private static Optional<Duration> freshness(String headers) {
    Map<String, List<String>> map =
        Arrays.stream(headers.split("; "))
            .map(header -> header.split(": ", 2))
            .collect(
                Collectors.groupingBy(
                    header -> header[0],
                    Collectors.mapping(header -> header[1].strip(), Collectors.toList())));
    return Freshness.of(HttpHeaders.of(map, (name, value) -> true));
  }
}
