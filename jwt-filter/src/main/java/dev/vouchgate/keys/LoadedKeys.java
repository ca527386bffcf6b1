package dev.vouchgate.keys;

import java.time.Duration;
import java.time.Instant;

/**
 * A key set as it was fetched. Immutable: a newer one replaces it as a whole.
 *
 * @param set the keys
 * @param source the address they came from
 * @param body the document, to see whether the next one differs
 * @param fetchedAt when it was asked for
 * @param freshFor how long from then it need not be asked for again
 * @param usableUntil when it is too old to judge by, unless it is fetched again
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole, and not handed out
record LoadedKeys(
    JwkSet set,
    String source,
    byte[] body,
    Instant fetchedAt,
    Duration freshFor,
    Instant usableUntil) {

  boolean isUsableAt(Instant now) {
    return now.isBefore(usableUntil);
  }
}
