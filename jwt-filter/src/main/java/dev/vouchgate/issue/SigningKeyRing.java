package dev.vouchgate.issue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An issuer's keys, which rotate by themselves: each is published before it signs, longer than
 * verifiers keep keys, and stays published until its last token has expired.
 *
 * <p>Held in this process's memory: another process, or the next start, has other keys. Used by
 * many threads: a key that is due is made by the caller who comes first after it is, and nobody
 * else waits for it.
 */
public final class SigningKeyRing {
  private final RotationPolicy policy;
  private final InstantSource clock;
  private final ReentrantLock change = new ReentrantLock();
  private volatile KeyRing ring = KeyRing.EMPTY;

  /**
   * Creates a ring with keys of its own making.
   *
   * @param policy how they follow one another
   * @param clock the time
   */
  public SigningKeyRing(RotationPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
    current(clock.instant());
  }

  /** How its keys follow one another. */
  public RotationPolicy policy() {
    return policy;
  }

  /** The key that signs now. */
  public SigningKey active() {
    Instant now = clock.instant();
    return current(now).active(now);
  }

  /**
   * The public halves of all keys that verifiers need to know, each as a JWK: those that have
   * signed, the one that signs, those that will.
   */
  public List<Map<String, String>> published() {
    return current(clock.instant()).keys().stream().map(key -> key.key().published()).toList();
  }

  /**
   * Drops a key at once, because somebody else may have it: it signs no more and is published no
   * more, so that verifiers refuse its tokens as soon as they look again.
   *
   * @param keyId its {@code kid}; nothing happens if there is no such key
   */
  public void revoke(String keyId) {
    change.lock();
    try {
      Instant now = clock.instant();
      ring = upToDate(ring.without(keyId, now), now);
    } finally {
      change.unlock();
    }
  }

  private KeyRing current(Instant now) {
    KeyRing known = ring;
    if (known.isUpToDate(now, policy)) {
      return known;
    }
    if (!known.signsAt(now)) {
      change.lock();
    } else if (!change.tryLock()) {
      return known;
    }
    try {
      ring = upToDate(ring, now);
      return ring;
    } finally {
      change.unlock();
    }
  }

  private KeyRing upToDate(KeyRing before, Instant now) {
    return before.at(now, policy, () -> SigningKey.generate(policy.algorithm()));
  }
}
