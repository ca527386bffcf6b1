package dev.vouchgate.keys;

import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.FetchedDocument;
import dev.vouchgate.http.HttpFetcher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One way from an address to keys: look it up, fetch it, read it.
 *
 * @param address where the set is published
 * @param fetcher to fetch it with
 * @param keyPolicy which keys are strong enough
 * @param policy how long a set is fresh
 * @param clock the time
 */
record KeyFetch(
    KeySetAddress address,
    HttpFetcher fetcher,
    KeyPolicy keyPolicy,
    RemoteKeysPolicy policy,
    InstantSource clock) {

  /**
   * Fetches the keys, blocking.
   *
   * @param previous the set in use; if the document is still the same, so is the set, down to its
   *     identity
   * @param skipped told of each key that is left out of a set that is new
   * @return the keys
   * @throws FetchException if the document cannot be had
   * @throws KeyFormatException if it has no usable key
   */
  LoadedKeys fetch(@Nullable LoadedKeys previous, Consumer<String> skipped)
      throws FetchException, KeyFormatException {
    Instant begun = clock.instant();
    URI uri = address.resolve(fetcher);
    FetchedDocument document = fetcher.fetch(uri);
    Duration freshFor = policy.freshFor(document.freshFor());
    return new LoadedKeys(
        set(uri, document.body(), previous, skipped),
        FetchAddress.shown(uri),
        document.body(),
        begun,
        freshFor,
        begun.plus(freshFor).plus(policy.staleFor()));
  }

  private JwkSet set(URI uri, byte[] body, @Nullable LoadedKeys previous, Consumer<String> skipped)
      throws KeyFormatException {
    if (previous != null && Arrays.equals(previous.body(), body)) {
      return previous.set();
    }
    try {
      return KeyDocument.parsePublished(body, keyPolicy, skipped);
    } catch (KeyFormatException e) {
      throw new KeyFormatException(FetchAddress.shown(uri) + ": " + e.getMessage(), e);
    }
  }
}
