package dev.vouchgate.verify;

import dev.vouchgate.jws.JwsAlgorithm;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tokens of one issuer must satisfy, apart from the signature itself.
 *
 * @param algorithms the signature algorithms that are allowed; not empty
 * @param types the values of {@code typ} that are accepted besides none at all, compared without
 *     regard to case and to a leading {@code application/} (RFC 7515 §4.1.9)
 * @param rules what the claims must satisfy, in this order
 */
public record VerificationPolicy(
    Set<JwsAlgorithm> algorithms, Set<String> types, List<ClaimRule> rules) {

  private static final String MEDIA_TYPE_PREFIX = "application/";

  /** Copies what it is given. */
  public VerificationPolicy {
    algorithms = Set.copyOf(algorithms);
    types =
        types.stream().map(VerificationPolicy::shortForm).collect(Collectors.toUnmodifiableSet());
    rules = List.copyOf(rules);
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("a policy must allow at least one algorithm");
    }
  }

  boolean allows(JwsAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  boolean acceptsType(String type) {
    boolean hasPrefix =
        type.regionMatches(true, 0, MEDIA_TYPE_PREFIX, 0, MEDIA_TYPE_PREFIX.length());
    int from = hasPrefix ? MEDIA_TYPE_PREFIX.length() : 0;
    for (String accepted : types) {
      if (type.length() - from == accepted.length()
          && type.regionMatches(true, from, accepted, 0, accepted.length())) {
        return true;
      }
    }
    return false;
  }

  Set<String> algorithmNames() {
    return algorithms.stream().map(JwsAlgorithm::toString).collect(Collectors.toSet());
  }

  private static String shortForm(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith(MEDIA_TYPE_PREFIX)
        ? lower.substring(MEDIA_TYPE_PREFIX.length())
        : lower;
  }
}
