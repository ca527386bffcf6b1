package dev.vouchgate.binding;

import dev.vouchgate.jws.JwsAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How proofs of possession are judged (RFC 9449 §4.3).
 *
 * @param bases the addresses under which clients reach the application; not empty
 * @param algorithms the signature algorithms that are allowed, none of them symmetric
 * @param window how far from now, before and after, a proof may have been made
 * @param maxProofs how many proofs are remembered, so that none counts twice
 * @param nonces if present, every proof must carry a nonce of these
 */
public record DpopPolicy(
    List<HttpUri> bases,
    Set<JwsAlgorithm> algorithms,
    Duration window,
    int maxProofs,
    Optional<DpopNonces> nonces) {

  /** Copies what it is given. */
  public DpopPolicy {
    bases = List.copyOf(bases);
    algorithms = Set.copyOf(algorithms);
  }
}
