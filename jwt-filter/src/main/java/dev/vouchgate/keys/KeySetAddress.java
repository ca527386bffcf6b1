package dev.vouchgate.keys;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import java.net.URI;

/**
 * Where an issuer's key set is published; {@code toString} names it for the operator, also before
 * it is resolved.
 */
public interface KeySetAddress {

  /**
   * Finds the address, asked before each fetch of the set.
   *
   * @param fetcher to look it up with
   * @return the address of the set
   * @throws FetchException if it cannot be found out
   */
  URI resolve(HttpFetcher fetcher) throws FetchException;

  /**
   * What tells it from every other address; unlike {@code toString} it may hold a secret.
   *
   * @return its text
   */
  default String identity() {
    return toString();
  }

  /**
   * An address that is known.
   *
   * @param uri the address of the set
   * @return that address
   */
  static KeySetAddress of(URI uri) {
    return new KnownAddress(uri);
  }
}
