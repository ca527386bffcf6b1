package dev.vouchgate.it.bench.contender;

/** Somebody who is set up to verify tokens. Used by many threads. */
@FunctionalInterface
public interface Verification extends AutoCloseable {

  /**
   * Verifies a token.
   *
   * @param compact in compact serialization
   * @return its subject, so that nobody gets by without having read the claims
   * @throws Exception if it is refused
   */
  String verify(String compact) throws Exception;

  @Override
  default void close() {}
}
