package dev.vouchgate.verify;

import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The issuers whose tokens are accepted; they may come and go while tokens are verified.
 *
 * <p>Where there is one, every token is held to it, and no claim is read before the signature
 * holds. Among several, a token's {@code iss} is looked at first, as the key of a map and nothing
 * else (RFC 8725 §3.8): the issuer that is found has a rule that asks for it again. One is found in
 * the same time among two and among thousands.
 */
public final class TrustedIssuers {
  private final Map<String, TrustedIssuer> byName = new ConcurrentHashMap<>();
  private volatile @Nullable TrustedIssuer only;

  /**
   * One alone.
   *
   * @param name {@code iss}, exactly
   * @param issuer how far it is trusted
   * @return the issuers, to which others may be added
   */
  public static TrustedIssuers of(String name, TrustedIssuer issuer) {
    TrustedIssuers issuers = new TrustedIssuers();
    issuers.add(name, issuer);
    return issuers;
  }

  /**
   * Trusts an issuer from now on, in place of one of the same name.
   *
   * @param name {@code iss}, exactly
   * @param issuer how far it is trusted
   */
  public synchronized void add(String name, TrustedIssuer issuer) {
    byName.put(name, issuer);
    only = byName.size() == 1 ? issuer : null;
  }

  /**
   * Trusts an issuer no more; it need not have been.
   *
   * @param name {@code iss}, exactly
   */
  public synchronized void remove(String name) {
    byName.remove(name);
    only = byName.size() == 1 ? byName.values().iterator().next() : null;
  }

  /** Whether an issuer is trusted still, and on the same terms. */
  boolean has(String name, TrustedIssuer issuer) {
    return issuer.equals(byName.get(name));
  }

  /** The one that a token is to be held to, of which nothing is proven yet. */
  TrustedIssuer of(CompactJws token) throws RejectedException, MalformedTokenException {
    TrustedIssuer alone = only;
    return alone == null ? named(token) : alone;
  }

  private TrustedIssuer named(CompactJws token) throws RejectedException, MalformedTokenException {
    String name =
        token.unprovenIssuer().orElseThrow(() -> new RejectedException(new MissingClaim("iss")));
    TrustedIssuer issuer = byName.get(name);
    if (issuer == null) {
      throw new RejectedException(
          new UntrustedIssuer(name, "one of the " + byName.size() + " that are trusted"));
    }
    return issuer;
  }
}
