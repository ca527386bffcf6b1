package dev.vouchgate.issue;

import dev.vouchgate.keys.PrivateFolder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * An issuer's keys, which rotate by themselves: each is published before it signs, longer than
 * verifiers keep keys, and stays published until its last token has expired.
 *
 * <p>Used by many threads. Whoever calls {@link #keepUp} in the background makes keys before they
 * are due; without that the caller does who comes first after they are, and nobody else waits for
 * it. Where a ring is shared, each node looks for what the others have changed within ten seconds,
 * and signs with what is there.
 */
public final class SigningKeyRing {
  /** When keys end that do not end. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final RotationPolicy policy;
  private final InstantSource clock;
  private final KeptRing kept;

  private SigningKeyRing(
      RotationPolicy policy, InstantSource clock, RingStore store, boolean rotates) {
    this.policy = policy;
    this.clock = clock;
    this.kept = new KeptRing(policy, store, rotates);
    kept.current(clock.instant());
  }

  /**
   * A ring in this process's memory: another process, or the next start, has other keys.
   *
   * @param policy how its keys follow one another
   * @param clock the time
   * @return the ring, with its first key
   */
  public static SigningKeyRing inMemory(RotationPolicy policy, InstantSource clock) {
    return new SigningKeyRing(policy, clock, new MemoryRing(KeyRing.EMPTY), true);
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
    return new SigningKeyRing(policy, clock, new RingFiles(folder, new RingSeal(secret)), true);
  }

  /**
   * A ring of keys that there are already, and that do not rotate: the first signs, all are
   * published. One that is dropped is back at the next start, unless it is not given any more.
   *
   * @param policy what it says of algorithm and interval does not count
   * @param clock the time
   * @param keys at least one
   * @return the ring
   * @throws IllegalArgumentException if there is none
   */
  public static SigningKeyRing of(
      RotationPolicy policy, InstantSource clock, List<SigningKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a ring needs a key");
    }
    KeyRing ring =
        new KeyRing(keys.stream().map(key -> new RingKey(key, Instant.EPOCH, NEVER)).toList());
    return new SigningKeyRing(policy, clock, new MemoryRing(ring), false);
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
    return kept.current(now).active(now);
  }

  /**
   * The public halves of all keys that verifiers need to know, each as a JWK: those that have
   * signed, the one that signs, those that will.
   *
   * @throws UncheckedIOException as {@link #active}
   */
  public List<Map<String, String>> published() {
    return kept.current(clock.instant()).keys().stream().map(key -> key.key().published()).toList();
  }

  /**
   * Drops a key at once, because somebody else may have it: it signs no more and is published no
   * more, so that verifiers refuse its tokens as soon as they look again; those who use {@link
   * #verificationKeys} at once.
   *
   * @param keyId its {@code kid}; nothing happens if there is no such key
   * @throws UncheckedIOException if the ring cannot be read or written
   */
  public void revoke(String keyId) {
    kept.drop(keyId, clock.instant());
  }

  /** The public halves for verifiers in this process: asked anew for each token, without I/O. */
  public RingKeys verificationKeys() {
    return new RingKeys(this);
  }

  /**
   * Looks for what other nodes have changed, and makes the keys that are due soon: to be called in
   * the background, {@link #upkeepInterval} after {@link #upkeepInterval}, so that nobody who signs
   * has to.
   */
  public void keepUp() {
    kept.keepUp(clock.instant());
  }

  /** How often to call {@link #keepUp}. */
  public Duration upkeepInterval() {
    return kept.interval().dividedBy(2);
  }

  /** The keys as this node knows them, without looking. */
  KeyRing known() {
    return kept.known();
  }

  boolean lookForMore() {
    return kept.lookForMore(clock.instant());
  }
}
