package dev.vouchgate.keys;

import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.HttpFetcher;
import java.net.URI;

/**
 * An address from configuration.
 *
 * @param uri of the key set
 */
record KnownAddress(URI uri) implements KeySetAddress {

  @Override
  public URI resolve(HttpFetcher fetcher) {
    return uri;
  }

  @Override
  public String identity() {
    return uri.toString();
  }

  @Override
  public String toString() {
    return FetchAddress.shown(uri);
  }
}
