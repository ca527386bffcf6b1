package dev.vouchgate.issue;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.VerificationKey;
import java.util.List;
import java.util.Optional;

/**
 * An issuer's own keys for those who verify its tokens in the same process: straight from the ring,
 * so that a key that was dropped proves nothing from that moment on. Used by many threads.
 */
public final class RingKeys implements KeyLocator {
  private final SigningKeyRing ring;
  private volatile Prepared prepared = new Prepared(KeyRing.EMPTY, new JwkSet(List.of()));

  RingKeys(SigningKeyRing ring) {
    this.ring = ring;
  }

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) {
    Optional<VerificationKey> found = set().select(header);
    return found.isPresent() || !ring.lookForMore() ? found : set().select(header);
  }

  /** The {@code kid}s of all keys, in the order in which they sign. */
  public List<String> keyIds() {
    return set().keyIds();
  }

  @SuppressWarnings("ReferenceEquality") // asked at every token
  private JwkSet set() {
    KeyRing now = ring.known();
    Prepared last = prepared;
    if (last.ring() != now) {
      last = new Prepared(now, new JwkSet(now.keys().stream().map(RingKeys::publicHalf).toList()));
      prepared = last;
    }
    return last.set();
  }

  private static VerificationKey publicHalf(RingKey key) {
    SigningKey own = key.key();
    return VerificationKey.of(
        Optional.of(own.keyId()), own.publicKey(), Optional.of(own.algorithm()));
  }

  private record Prepared(KeyRing ring, JwkSet set) {}
}
