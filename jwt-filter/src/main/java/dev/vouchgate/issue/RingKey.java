package dev.vouchgate.issue;

import java.time.Instant;

/**
 * A key of a ring and its time to sign.
 *
 * @param key the key
 * @param from when it begins to sign
 * @param until when it signs no more
 */
record RingKey(SigningKey key, Instant from, Instant until) {

  boolean signsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  RingKey from(Instant earlier) {
    return new RingKey(key, earlier, until);
  }

  RingKey until(Instant later) {
    return new RingKey(key, from, later);
  }
}
