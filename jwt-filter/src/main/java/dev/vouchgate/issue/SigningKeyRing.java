package dev.vouchgate.issue;

import dev.vouchgate.issue.RingStore.Generation;
import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * An issuer's keys, which rotate by themselves: each is published before it signs, longer than
 * verifiers keep keys, and stays published until its last token has expired.
 *
 * <p>Used by many threads: a key that is due is made by the caller who comes first after it is, and
 * nobody else waits for it. Where a ring is shared, each node looks for what the others have
 * changed, four times in the time that keys are published ahead, and signs with what is there.
 */
public final class SigningKeyRing {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final int LOOKS_AHEAD = 4;

  private final RotationPolicy policy;
  private final InstantSource clock;
  private final RingStore store;
  private final ReentrantLock change = new ReentrantLock();
  private volatile Known known = new Known(KeyRing.EMPTY, Instant.MIN);

  private SigningKeyRing(RotationPolicy policy, InstantSource clock, RingStore store) {
    this.policy = policy;
    this.clock = clock;
    this.store = store;
    current(clock.instant());
  }

  /**
   * A ring in this process's memory: another process, or the next start, has other keys.
   *
   * @param policy how its keys follow one another
   * @param clock the time
   * @return the ring, with its first key
   */
  public static SigningKeyRing inMemory(RotationPolicy policy, InstantSource clock) {
    return new SigningKeyRing(policy, clock, new MemoryRing());
  }

  /**
   * A ring in a folder, for the next start and for all nodes that share the folder.
   *
   * @param policy how its keys follow one another; the same for all nodes
   * @param clock the time
   * @param folder where it is
   * @param secret 32 bytes, without which nobody can read what is there
   * @return the ring
   * @throws UncheckedIOException if it cannot be read or written, or is sealed with another secret
   * @throws IllegalArgumentException if the secret has another length
   */
  public static SigningKeyRing inFolder(
      RotationPolicy policy, InstantSource clock, PrivateFolder folder, byte[] secret) {
    return new SigningKeyRing(policy, clock, new RingFiles(folder, new RingSeal(secret)));
  }

  /** How its keys follow one another. */
  public RotationPolicy policy() {
    return policy;
  }

  /**
   * The key that signs now.
   *
   * @throws UncheckedIOException if the ring cannot be read, and none that was read before signs
   */
  public SigningKey active() {
    Instant now = clock.instant();
    return current(now).active(now);
  }

  /**
   * The public halves of all keys that verifiers need to know, each as a JWK: those that have
   * signed, the one that signs, those that will.
   *
   * @throws UncheckedIOException as {@link #active}
   */
  public List<Map<String, String>> published() {
    return current(clock.instant()).keys().stream().map(key -> key.key().published()).toList();
  }

  /**
   * Drops a key at once, because somebody else may have it: it signs no more and is published no
   * more, so that verifiers refuse its tokens as soon as they look again.
   *
   * @param keyId its {@code kid}; nothing happens if there is no such key
   * @throws UncheckedIOException if the ring cannot be read or written
   */
  public void revoke(String keyId) {
    change.lock();
    try {
      replace(clock.instant(), (ring, now) -> upToDate(ring.without(keyId, now), now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      change.unlock();
    }
  }

  private KeyRing current(Instant now) {
    Known last = known;
    if (now.isBefore(last.lookAgain()) && last.ring().isUpToDate(now, policy)) {
      return last.ring();
    }
    if (!last.ring().signsAt(now)) {
      change.lock();
    } else if (!change.tryLock()) {
      return last.ring();
    }
    try {
      return replace(now, this::upToDate);
    } catch (IOException e) {
      if (!known.ring().signsAt(now)) {
        throw new UncheckedIOException(e);
      }
      LOG.log(Level.WARNING, "Signing goes on with the keys that are known: {0}", e.getMessage());
      remember(known.ring(), now);
      return known.ring();
    } finally {
      change.unlock();
    }
  }

  private KeyRing replace(Instant now, BiFunction<KeyRing, Instant, KeyRing> update)
      throws IOException {
    while (true) {
      Generation before = store.read();
      KeyRing after = update.apply(before.ring(), now);
      if (after.equals(before.ring())
          || store.replace(new Generation(before.number() + 1, after))) {
        return remember(after, now);
      }
      // Somebody was faster, and may have signed already: their keys count.
    }
  }

  private KeyRing remember(KeyRing ring, Instant now) {
    known = new Known(ring, now.plus(policy.publishAhead().dividedBy(LOOKS_AHEAD)));
    return ring;
  }

  private KeyRing upToDate(KeyRing before, Instant now) {
    return before.isUpToDate(now, policy)
        ? before
        : before.at(now, policy, () -> SigningKey.generate(policy.algorithm()));
  }

  /**
   * What was there when this node has looked.
   *
   * @param ring the keys
   * @param lookAgain when it looks next
   */
  private record Known(KeyRing ring, Instant lookAgain) {}
}
