package dev.vouchgate.issue;

import java.time.Duration;

/**
 * What all tokens of an issuer have in common.
 *
 * @param issuer {@code iss}
 * @param lifetime how long a token lives that asks for nothing else, in whole seconds
 * @param longestLifetime how long any may live
 */
public record IssuePolicy(String issuer, Duration lifetime, Duration longestLifetime) {

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if the issuer has no name, or a lifetime is under a second or
   *     over the longest
   */
  public IssuePolicy {
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("an issuer needs a name (iss)");
    }
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(longestLifetime) > 0) {
      throw new IllegalArgumentException(
          "expected a lifetime of a second or more, and not above the longest, which is "
              + longestLifetime);
    }
  }
}
