package dev.vouchgate.issue;

import dev.vouchgate.issue.RingStore.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ring as this node knows it, and how it is kept in step with where all nodes have it from. */
final class KeptRing {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final int LOOKS_AHEAD = 4;
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

  private final RotationPolicy policy;
  private final RingStore store;
  private final boolean rotates;
  private final Duration interval;
  private final ReentrantLock change = new ReentrantLock();
  private volatile Known known = new Known(KeyRing.EMPTY, Instant.MIN);
  private volatile @Nullable String failure;

  /**
   * Creates it; nothing is read yet.
   *
   * @param policy how its keys follow one another
   * @param store where it is
   * @param rotates whether new keys are made
   */
  KeptRing(RotationPolicy policy, RingStore store, boolean rotates) {
    this.policy = policy;
    this.store = store;
    this.rotates = rotates;
    this.interval = interval(policy.publishAhead());
  }

  /** How often somebody has to look what other nodes have changed. */
  Duration interval() {
    return interval;
  }

  /** As it was when this node looked last; before that it has no keys. */
  KeyRing known() {
    return known.ring();
  }

  /**
   * As it is to be now: read again, with the keys made that are due, if nobody has done so in time.
   *
   * @throws UncheckedIOException if that fails, and no key that is known signs
   */
  KeyRing current(Instant now) {
    Known last = known;
    if (now.isBefore(last.lookedAt().plus(interval)) && last.ring().isUpToDate(now, policy)) {
      return last.ring();
    }
    if (!last.ring().signsAt(now)) {
      change.lock();
    } else if (!change.tryLock()) {
      return last.ring();
    }
    try {
      return replace(now, ring -> upToDate(ring, now, policy));
    } catch (IOException e) {
      if (!known.ring().signsAt(now)) {
        throw new UncheckedIOException(e);
      }
      goOn(e, now);
      return known.ring();
    } finally {
      change.unlock();
    }
  }

  /** The same ahead of time, unless somebody is at it. */
  void keepUp(Instant now) {
    RotationPolicy early = policy.publishingEarlier(interval);
    tryToReplace(now, ring -> upToDate(ring, now, early));
  }

  /**
   * Looks for a key that is not known here but may be elsewhere: not twice within a second.
   *
   * @return whether the ring has changed
   */
  boolean lookForMore(Instant now) {
    Known last = known;
    if (now.isBefore(last.lookedAt().plus(SHORTEST_LOOK))) {
      return false;
    }
    tryToReplace(now, ring -> ring);
    return !known.ring().equals(last.ring());
  }

  /**
   * Takes a key out.
   *
   * @throws UncheckedIOException if the ring cannot be read or written
   */
  void drop(String keyId, Instant now) {
    change.lock();
    try {
      replace(now, ring -> upToDate(ring.without(keyId, now), now, policy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      change.unlock();
    }
  }

  private void tryToReplace(Instant now, UnaryOperator<KeyRing> update) {
    if (change.tryLock()) {
      try {
        replace(now, update);
      } catch (IOException e) {
        goOn(e, now);
      } finally {
        change.unlock();
      }
    }
  }

  private KeyRing replace(Instant now, UnaryOperator<KeyRing> update) throws IOException {
    while (true) {
      Generation before = store.read();
      KeyRing after = update.apply(before.ring());
      if (after.equals(before.ring())
          || store.replace(new Generation(before.number() + 1, after))) {
        failure = null;
        // The same object as long as it is the same ring: verifiers prepare its keys.
        KeyRing same = after.equals(known.ring()) ? known.ring() : after;
        known = new Known(same, now);
        return same;
      }
      // Somebody was faster, and may have signed already: their keys count.
    }
  }

  private void goOn(IOException e, Instant now) {
    String reason = String.valueOf(e.getMessage());
    LOG.log(
        reason.equals(failure) ? Level.DEBUG : Level.WARNING,
        "Signing goes on with the keys that are known: {0}",
        reason);
    failure = reason;
    known = new Known(known.ring(), now);
  }

  private KeyRing upToDate(KeyRing before, Instant now, RotationPolicy how) {
    return !rotates || before.isUpToDate(now, how)
        ? before
        : before.at(now, how, () -> SigningKey.generate(how.algorithm()));
  }

  private static Duration interval(Duration publishAhead) {
    Duration some = publishAhead.dividedBy(LOOKS_AHEAD);
    if (some.compareTo(SHORTEST_LOOK) < 0) {
      return SHORTEST_LOOK;
    }
    return some.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : some;
  }

  /**
   * What was there when this node has looked.
   *
   * @param ring the keys
   * @param lookedAt when that was
   */
  private record Known(KeyRing ring, Instant lookedAt) {}
}
