package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.LogText;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A token that has been proven: whoever holds one need not check again.
 *
 * <p>Immutable. Only {@link JwtVerifier} makes them out of a token.
 */
public final class VerifiedJwt {
  private final String compact;
  private final JoseHeader header;
  private final ClaimsSet claims;
  private final String callerName;
  private final Set<String> roles;

  VerifiedJwt(
      String compact, JoseHeader header, ClaimsSet claims, String callerName, Set<String> roles) {
    this.compact = compact;
    this.header = header;
    this.claims = claims;
    this.callerName = callerName;
    this.roles = roles;
  }

  /** The token as it was sent, in compact serialization: a credential, never to be logged. */
  public String compact() {
    return compact;
  }

  /** The header of the signed token. */
  public JoseHeader header() {
    return header;
  }

  /** The claims. */
  public ClaimsSet claims() {
    return claims;
  }

  /** The caller's name; never empty. */
  public String callerName() {
    return callerName;
  }

  /** The caller's roles, mapped names included; unmodifiable, maybe empty. */
  public Set<String> roles() {
    return roles;
  }

  /**
   * The same proof of a caller who has more roles, which are known from elsewhere than the token.
   *
   * @param more roles that the token does not give
   * @return the proof with the roles of both
   */
  public VerifiedJwt withRoles(Set<String> more) {
    if (roles.containsAll(more)) {
      return this;
    }
    Set<String> both = new LinkedHashSet<>(roles);
    both.addAll(more);
    return new VerifiedJwt(compact, header, claims, callerName, Collections.unmodifiableSet(both));
  }

  /** Names the caller, without the token, in one line of printable ASCII. */
  @Override
  public String toString() {
    return "VerifiedJwt[" + LogText.of(callerName + ", roles=" + roles) + "]";
  }
}
