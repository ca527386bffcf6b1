package dev.vouchgate.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token that is not issued yet. Used by one thread. */
public final class TokenDraft {
  /** They are the issuer's to say, or have a method of their own. */
  private static final Set<String> RESERVED =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf");

  private final TokenIssuer issuer;
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private Duration lifetime;
  private Instant latest = Instant.MAX;

  TokenDraft(TokenIssuer issuer, String subject, String... audience) {
    this.issuer = issuer;
    this.lifetime = issuer.policy().lifetime();
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a token needs a subject (sub) that is not blank");
    }
    if (audience.length == 0) {
      throw new IllegalArgumentException("a token needs an audience (aud): who is to accept it");
    }
    for (String name : audience) {
      if (name.isBlank() || name.contains("*")) {
        throw new IllegalArgumentException(
            "an audience (aud) is one service's name; expected one that is not blank and has no *");
      }
    }
    claims.put("sub", subject);
    claims.put("aud", audience.length == 1 ? audience[0] : List.of(audience));
  }

  /**
   * Gives roles, {@code groups} (MicroProfile JWT 2.1), in place of others.
   *
   * @param roles any names
   * @return this
   */
  public TokenDraft roles(String... roles) {
    return roles(Arrays.asList(roles));
  }

  /**
   * Gives roles, {@code groups}, in place of others.
   *
   * @param roles any names
   * @return this
   */
  public TokenDraft roles(Collection<String> roles) {
    claims.put("groups", List.copyOf(roles));
    return this;
  }

  /**
   * Adds a claim, in place of one of the same name.
   *
   * @param name its name
   * @param value a string, boolean, integer, {@link java.math.BigDecimal}, null, or a collection or
   *     map of these
   * @return this
   * @throws IllegalArgumentException if the claim is the issuer's to set: {@code iss}, {@code sub},
   *     {@code aud}, {@code exp}, {@code nbf}, {@code iat}, {@code jti}, {@code cnf}
   */
  public TokenDraft claim(String name, @Nullable Object value) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("the claim " + name + " is the issuer's to set");
    }
    claims.put(name, value);
    return this;
  }

  /**
   * Asks for a lifetime; no token lives longer than the issuer's longest, whatever it asks for.
   *
   * @param wanted in whole seconds, at least one
   * @return this
   * @throws IllegalArgumentException if it is under a second
   */
  public TokenDraft lifetime(Duration wanted) {
    if (wanted.toSeconds() < 1) {
      throw new IllegalArgumentException("a token lives a second or more, not " + wanted);
    }
    Duration longest = issuer.policy().longestLifetime();
    lifetime = wanted.compareTo(longest) > 0 ? longest : wanted;
    return this;
  }

  /**
   * Ends it at a moment, if it would live longer.
   *
   * @param end when it expires at the latest
   * @return this
   */
  public TokenDraft until(Instant end) {
    latest = end;
    return this;
  }

  /**
   * Signs it.
   *
   * @return the token
   * @throws IllegalArgumentException if a claim's value has no JSON
   */
  public IssuedToken issue() {
    return issuer.sign(this);
  }

  Map<String, @Nullable Object> claims() {
    return claims;
  }

  /** When it expires, if it is issued at that second. */
  long expiry(long now) {
    return Math.min(now + lifetime.toSeconds(), latest.getEpochSecond());
  }
}
