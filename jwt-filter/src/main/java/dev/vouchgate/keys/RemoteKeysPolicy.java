package dev.vouchgate.keys;

import java.time.Duration;
import java.util.Optional;

/**
 * How remote keys are kept fresh.
 *
 * @param ttl how long a set is fresh if its server does not say
 * @param minTtl the least, whatever its server says
 * @param maxTtl the most, whatever its server says
 * @param staleFor how long an expired set is still used while it cannot be fetched anew
 * @param firstRetry after the first failure; doubled with each further one
 * @param maxRetry the most between two attempts
 * @param unknownKeyInterval between two refreshes for the sake of unknown {@code kid}s
 * @param patience how long a request waits for a fetch that it needs
 */
public record RemoteKeysPolicy(
    Duration ttl,
    Duration minTtl,
    Duration maxTtl,
    Duration staleFor,
    Duration firstRetry,
    Duration maxRetry,
    Duration unknownKeyInterval,
    Duration patience) {

  /** The policy of an application that says nothing. */
  public static RemoteKeysPolicy defaults() {
    return new RemoteKeysPolicy(
        Duration.ofMinutes(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(60),
        Duration.ofHours(24),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5));
  }

  /**
   * How long a set is fresh.
   *
   * @param stated what its server says, if anything
   * @return that within the bounds, otherwise the ttl
   */
  Duration freshFor(Optional<Duration> stated) {
    return stated.map(this::bounded).orElse(ttl);
  }

  private Duration bounded(Duration stated) {
    if (stated.compareTo(minTtl) < 0) {
      return minTtl;
    }
    return stated.compareTo(maxTtl) > 0 ? maxTtl : stated;
  }
}
