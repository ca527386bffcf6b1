package dev.vouchgate.verify;

/**
 * How much a {@link VerifiedJwtCache} may hold.
 *
 * @param tokens entries, at least 1
 * @param bytes of memory that all entries may take together, by estimate; at least 1
 */
public record CacheSize(int tokens, long bytes) {

  /** Checks what it is given. */
  public CacheSize {
    if (tokens < 1 || bytes < 1) {
      throw new IllegalArgumentException("a cache holds at least one token, in at least one byte");
    }
  }
}
