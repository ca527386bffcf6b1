package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The verification keys of one source (RFC 7517 §5), with the one rule by which a token's key is
 * chosen.
 *
 * <p>Immutable. Every answer is prepared when the set is made, so that asking costs the same
 * whether it has one key or a thousand.
 */
public final class JwkSet {
  private final List<VerificationKey> keys;
  private final Set<VerificationKey> members;
  private final Map<JwsAlgorithm, VerificationKey> only;
  private final Map<String, Map<JwsAlgorithm, VerificationKey>> byKeyId;
  private final Map<JwsAlgorithm, VerificationKey> nameless;

  /**
   * Creates a set.
   *
   * @param keys in any order; several may share a {@code kid}, and equal ones count once
   */
  public JwkSet(List<VerificationKey> keys) {
    this.keys = keys.stream().distinct().toList();
    this.members = Set.copyOf(this.keys);
    this.only = unambiguous(this.keys);
    Map<String, List<VerificationKey>> named = new HashMap<>();
    for (VerificationKey key : this.keys) {
      key.keyId().ifPresent(id -> named.computeIfAbsent(id, any -> new ArrayList<>()).add(key));
    }
    Map<String, Map<JwsAlgorithm, VerificationKey>> choices = new HashMap<>();
    named.forEach((id, sharing) -> choices.put(id, unambiguous(sharing)));
    this.byKeyId = Collections.unmodifiableMap(choices);
    this.nameless = this.keys.size() == 1 && named.isEmpty() ? only : Map.of();
  }

  /** The keys, in the order of their source. */
  public List<VerificationKey> keys() {
    return keys;
  }

  /** The names in the set, in order; a key without one is not listed. */
  public List<String> keyIds() {
    return keys.stream().flatMap(key -> key.keyId().stream()).toList();
  }

  /**
   * Chooses the key that a token is to be checked with.
   *
   * <p>A token with a {@code kid} gets a key of exactly that {@code kid} or none; only a set that
   * is one single key without {@code kid} (a PEM file, say) serves every {@code kid}. A token
   * without {@code kid} gets the only key that suits its {@code alg}. Where two keys suit, none is
   * chosen: to try one after another would let a token pick its judge.
   *
   * @param header the token's header
   * @return the key; empty if none suits, or more than one
   */
  public Optional<VerificationKey> select(JoseHeader header) {
    Map<JwsAlgorithm, VerificationKey> candidates =
        header.keyId().map(id -> byKeyId.getOrDefault(id, nameless)).orElse(only);
    return header.signatureAlgorithm().map(candidates::get);
  }

  /**
   * Whether a key is one of this set: a proof made with it stands only as long.
   *
   * @param key the key
   * @return true if the set has an equal one
   */
  public boolean contains(VerificationKey key) {
    return members.contains(key);
  }

  /**
   * Whether a newer set may help: the token names a key that this set has never heard of.
   *
   * @param header the token's header
   * @return true if the source should be asked again
   */
  boolean lacks(JoseHeader header) {
    return header.signatureAlgorithm().isPresent()
        && nameless.isEmpty()
        && header.keyId().map(id -> !byKeyId.containsKey(id)).orElse(false);
  }

  private static Map<JwsAlgorithm, VerificationKey> unambiguous(List<VerificationKey> keys) {
    Map<JwsAlgorithm, VerificationKey> chosen = new EnumMap<>(JwsAlgorithm.class);
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      List<VerificationKey> suiting = keys.stream().filter(key -> key.suits(algorithm)).toList();
      if (suiting.size() == 1) {
        chosen.put(algorithm, suiting.get(0));
      }
    }
    return Collections.unmodifiableMap(chosen);
  }
}
