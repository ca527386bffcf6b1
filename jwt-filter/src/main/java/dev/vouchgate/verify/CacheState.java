package dev.vouchgate.verify;

/**
 * How a {@link VerifiedJwtCache} fares.
 *
 * @param tokens entries, about
 * @param hits verifications from memory, since the start
 * @param misses all others
 */
public record CacheState(long tokens, long hits, long misses) {

  /** Hits among all verifications, from 0 to 1; 0 before the first. */
  public double hitRatio() {
    long all = hits + misses;
    return all == 0 ? 0 : (double) hits / all;
  }
}
