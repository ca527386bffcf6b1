package dev.vouchgate.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The keys of an issuer at one time: some that have signed, one that signs, some that will. One
 * follows the other without a gap. Immutable.
 *
 * @param keys in the order in which they sign; empty before the first
 */
record KeyRing(List<RingKey> keys) {
  static final KeyRing EMPTY = new KeyRing(List.of());

  KeyRing {
    keys = List.copyOf(keys);
  }

  /** Whether {@link #at} would change nothing. */
  boolean isUpToDate(Instant now, RotationPolicy policy) {
    return signsAt(now)
        && now.isBefore(keys.get(0).until().plus(policy.retention()))
        && keys.get(keys.size() - 1).until().isAfter(now.plus(policy.publishAhead()));
  }

  /** Whether it has a key that signs. */
  boolean signsAt(Instant now) {
    return keys.stream().anyMatch(key -> key.signsAt(now));
  }

  /**
   * The ring as it is to be now: without keys whose last token has expired, and with every key that
   * is to sign within the time that keys are published ahead.
   *
   * @param now the time
   * @param policy how keys follow one another
   * @param maker makes new keys
   */
  KeyRing at(Instant now, RotationPolicy policy, Supplier<SigningKey> maker) {
    List<RingKey> present = new ArrayList<>(keys);
    present.removeIf(key -> !now.isBefore(key.until().plus(policy.retention())));
    Instant next = present.isEmpty() ? now : present.get(present.size() - 1).until();
    if (next.isBefore(now)) {
      // Nobody has signed since: the next begins at once, known to nobody yet.
      next = now;
    }
    while (!next.isAfter(now.plus(policy.publishAhead()))) {
      present.add(new RingKey(maker.get(), next, next.plus(policy.interval())));
      next = next.plus(policy.interval());
    }
    return new KeyRing(present);
  }

  /** The key that signs; a ring that is up to date has one, unless all given keys were dropped. */
  SigningKey active(Instant now) {
    return keys.stream()
        .filter(key -> key.signsAt(now))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no key to sign with at " + now + ": all have been dropped"))
        .key();
  }

  /**
   * The ring without a key that nobody may trust any more. Whatever would have been signed with it
   * is signed with the key before it, or if it signs now with the one after it, which has been
   * published for longest.
   *
   * @param keyId of the key; nothing happens if there is none
   * @param now the time
   */
  KeyRing without(String keyId, Instant now) {
    List<RingKey> left = new ArrayList<>();
    Instant gap = null;
    for (RingKey key : keys) {
      if (key.key().keyId().equals(keyId)) {
        boolean isNext = now.isBefore(key.from()) && !left.isEmpty();
        if (isNext) {
          RingKey before = left.remove(left.size() - 1);
          left.add(before.until(key.until()));
        } else if (key.signsAt(now)) {
          gap = now;
        }
      } else {
        left.add(gap == null ? key : key.from(gap));
        gap = null;
      }
    }
    return new KeyRing(left);
  }
}
