package dev.vouchgate.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long an answer may be used without asking again (RFC 9111 §4.2). */
final class Freshness {
  private static final String MAX_AGE = "max-age=";
  private static final int MAX_DIGITS = 10;

  private Freshness() {}

  /**
   * What the headers say.
   *
   * @param headers of the answer
   * @return zero if it must not be used without asking, or says something that cannot be
   *     understood; empty if it says nothing
   */
  static Optional<Duration> of(HttpHeaders headers) {
    List<String> directives =
        headers.allValues("Cache-Control").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
            .toList();
    if (directives.stream().anyMatch(Freshness::forbids)) {
      return Optional.of(Duration.ZERO);
    }
    Optional<Duration> maxAge =
        directives.stream()
            .filter(directive -> directive.startsWith(MAX_AGE))
            .map(directive -> seconds(directive.substring(MAX_AGE.length())))
            .min(Duration::compareTo);
    return maxAge.isPresent() ? maxAge.map(total -> remaining(total, headers)) : expires(headers);
  }

  private static boolean forbids(String directive) {
    return directive.startsWith("no-cache") || directive.startsWith("no-store");
  }

  /** A cache on the way may have held the answer for some of its time (RFC 9111 §5.1). */
  private static Duration remaining(Duration total, HttpHeaders headers) {
    return positive(
        total.minus(headers.firstValue("Age").map(Freshness::seconds).orElse(Duration.ZERO)));
  }

  /** Against the server's own clock, so that ours does not matter. */
  private static Optional<Duration> expires(HttpHeaders headers) {
    Optional<String> expires = headers.firstValue("Expires");
    if (expires.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> end = expires.flatMap(Freshness::date);
    if (end.isEmpty()) {
      return Optional.of(Duration.ZERO);
    }
    return headers
        .firstValue("Date")
        .flatMap(Freshness::date)
        .map(sent -> positive(Duration.between(sent, end.get())));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration seconds(String text) {
    String digits = text.replace("\"", "").strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Duration.ZERO;
    }
    // Longer numbers mean "very long" (RFC 9111 §1.2.2).
    return Duration.ofSeconds(
        digits.length() > MAX_DIGITS ? Integer.MAX_VALUE : Long.parseLong(digits));
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
