package dev.vouchgate.binding;

import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.ReplayedProof;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The proofs that this process has seen, for as long as they could be used again (RFC 9449 §11.1).
 *
 * <p>Bounded. When it is full it forgets the oldest, and refuses from then on whatever is as old as
 * those: a proof that it cannot remember does not count either.
 */
public final class ReplayMemory {
  private final int capacity;
  private final TreeMap<Long, Set<Proof>> bySecond = new TreeMap<>();
  private int size;
  private long forgotten = Long.MIN_VALUE;

  /** Half a hash: nobody gains by finding two that share it. */
  private record Proof(long high, long low) {}

  /**
   * Creates a memory.
   *
   * @param capacity proofs, at most
   */
  public ReplayMemory(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Remembers a proof.
   *
   * @param hash of what makes it this one; 16 bytes or more
   * @param iat when it was made, in seconds
   * @param oldest the second before which proofs are refused anyway
   * @throws RejectedException if it has been seen, or may have been
   */
  public synchronized void remember(byte[] hash, long iat, long oldest) throws RejectedException {
    while (!bySecond.isEmpty() && bySecond.firstKey() < oldest) {
      forgetFirst();
    }
    if (iat <= forgotten) {
      throw new RejectedException(
          new InvalidProof(
              "iat " + iat + "; there were more proofs since than vouchgate.dpop.max-proofs"));
    }
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    Proof proof = new Proof(bytes.getLong(), bytes.getLong());
    if (!bySecond.computeIfAbsent(iat, second -> new HashSet<>()).add(proof)) {
      throw new RejectedException(new ReplayedProof());
    }
    size++;
    while (size > capacity) {
      forgotten = forgetFirst();
    }
  }

  private long forgetFirst() {
    Map.Entry<Long, Set<Proof>> first = bySecond.pollFirstEntry();
    size -= first.getValue().size();
    return first.getKey();
  }
}
