package dev.vouchgate.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.LongAdder;

/**
 * Proofs of tokens that come again and again: bounded, and never believed for what may have changed
 * since.
 *
 * <p>Keyed by the whole token, so that nobody who does not have a token finds its proof. At every
 * hit the issuer, its keys and the rules that may change are asked again. Only proven tokens get
 * in, so that nobody can fill it with forged ones.
 */
public final class VerifiedJwtCache {
  /** What a proof takes besides its text; measured, see docs/performance.md. */
  private static final int FIXED_BYTES = 3072;

  /** Bytes that a character of the token takes in all: as text, twice, and as claims. */
  private static final int BYTES_PER_CHARACTER = 4;

  private final JwtVerifier verifier;
  private final Cache<Credential, Proof> proofs;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Creates an empty cache.
   *
   * @param verifier proves what is not there
   * @param size how much it may hold
   */
  public VerifiedJwtCache(JwtVerifier verifier, CacheSize size) {
    this.verifier = verifier;
    // One bound holds the other: what is lighter than its share counts as its share.
    int share = (int) Math.min(Integer.MAX_VALUE, size.bytes() / size.tokens());
    this.proofs =
        Caffeine.newBuilder()
            .maximumWeight(size.bytes())
            .weigher((Credential credential, Proof proof) -> Math.max(share, bytes(credential)))
            .executor(Runnable::run)
            .build();
  }

  /**
   * Verifies a token, from memory if it has been proven before.
   *
   * @param credential the token as sent
   * @return the proof
   * @throws RejectedException with the reason, if it is refused or cannot be judged
   */
  public VerifiedJwt verify(Credential credential) throws RejectedException {
    Proof known = proofs.getIfPresent(credential);
    if (known != null) {
      if (holds(credential, known)) {
        hits.increment();
        return known.jwt();
      }
      proofs.asMap().remove(credential, known);
    }
    misses.increment();
    Proof proof = verifier.prove(credential.compact());
    proofs.put(credential, proof);
    return proof.jwt();
  }

  /** How it fares. */
  public CacheState state() {
    return new CacheState(proofs.estimatedSize(), hits.sum(), misses.sum());
  }

  private boolean holds(Credential credential, Proof known) throws RejectedException {
    try {
      return verifier.holds(known);
    } catch (RejectedException e) {
      proofs.asMap().remove(credential, known);
      throw e;
    }
  }

  private static int bytes(Credential credential) {
    return FIXED_BYTES + BYTES_PER_CHARACTER * credential.text().length();
  }
}
