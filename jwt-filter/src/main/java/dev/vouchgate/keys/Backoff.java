package dev.vouchgate.keys;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to fetch again, never quite at the same moment as others: many instances of an application
 * start together and would ask together for ever.
 */
final class Backoff {
  /** How long after the start a source that has never answered is believed to be starting too. */
  static final Duration WARM_UP = Duration.ofMinutes(2);

  private static final Duration WARM_UP_RETRY = Duration.ofSeconds(2);
  private static final int MAX_DOUBLINGS = 20;

  private final RemoteKeysPolicy policy;
  private final RandomGenerator random;

  Backoff(RemoteKeysPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /** Ahead of expiry, so that no request meets an expired set: after 75 to 85 % of the time. */
  Duration ahead(Duration freshFor) {
    return share(freshFor, 0.75, 0.85);
  }

  /**
   * After a failure: doubled each time, up to a cap, less up to a quarter.
   *
   * @param failures in a row, at least 1
   * @param warmingUp whether the source may still be starting, as when the application serves its
   *     own keys
   */
  Duration retry(int failures, boolean warmingUp) {
    Duration doubled =
        policy.firstRetry().multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    Duration capped = min(doubled, policy.maxRetry());
    return share(warmingUp ? min(capped, WARM_UP_RETRY) : capped, 0.75, 1);
  }

  private Duration share(Duration whole, double from, double to) {
    return Duration.ofMillis((long) (whole.toMillis() * random.nextDouble(from, to)));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
