package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.jws.TokenShapes;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.KeysUnavailableException;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.Unavailable;
import dev.vouchgate.verify.Rejection.UnexpectedType;
import dev.vouchgate.verify.Rejection.UnknownKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Turns a token into a {@link VerifiedJwt}, or says why not: the six steps of one verification, in
 * order.
 *
 * <p>Used by many threads. Claims are not read before the signature holds, but for the name by
 * which one of several issuers is found.
 */
public final class JwtVerifier {
  private final TrustedIssuers issuers;
  private final int maxLength;
  private final Optional<TokenDecryption> decryption;
  private final InstantSource clock;
  private final SignatureVerifier signatures;
  private final TokenShapes shapes = new TokenShapes();

  /**
   * Creates a verifier.
   *
   * @param issuers whose tokens are accepted
   * @param maxLength characters of a token, at most
   * @param decryption if present, only encrypted tokens are accepted
   * @param signatures who does the arithmetic of signatures
   * @param clock the time
   */
  public JwtVerifier(
      TrustedIssuers issuers,
      int maxLength,
      Optional<TokenDecryption> decryption,
      SignatureProvider signatures,
      InstantSource clock) {
    this.issuers = issuers;
    this.maxLength = maxLength;
    this.decryption = decryption;
    this.signatures = new SignatureVerifier(signatures);
    this.clock = clock;
  }

  /**
   * Verifies a token.
   *
   * @param compact the token as sent, in compact serialization
   * @return the proof
   * @throws RejectedException with the reason, if it is refused or cannot be judged
   */
  public VerifiedJwt verify(String compact) throws RejectedException {
    return prove(compact).jwt();
  }

  /** The same, with what the proof rests on. */
  Proof prove(String compact) throws RejectedException {
    try (CompactJws token = CompactJws.parse(signedPart(compact), maxLength, shapes)) {
      TrustedIssuer issuer = issuers.of(token);
      JoseHeader header = token.header();
      JwsAlgorithm algorithm = checkHeader(header, issuer.policy());
      VerificationKey key = locate(header, algorithm, issuer.keys());
      if (!token.isSignedBy(algorithm, key.key(), signatures)) {
        throw new RejectedException(new BadSignature(key.keyId()));
      }
      ClaimsSet claims = token.claims();
      Instant now = clock.instant();
      for (ClaimRule rule : issuer.policy().rules()) {
        rule.check(claims, now);
      }
      VerifiedJwt jwt =
          new VerifiedJwt(
              compact, header, claims, CallerName.of(claims), issuer.roles().roles(claims));
      shapes.remember(token, claims);
      return new Proof(jwt, issuer, key);
    } catch (MalformedTokenException e) {
      throw new RejectedException(new MalformedToken(e.detail()));
    } catch (KeysUnavailableException e) {
      throw new RejectedException(new Unavailable(e.detail(), e.retryAfter()));
    }
  }

  /**
   * Whether a token need not be verified again: its issuer is trusted on the same terms, and has
   * its key.
   *
   * @throws RejectedException if a rule refuses it by now
   */
  boolean holds(Proof proof) throws RejectedException {
    if (!proof.restsOn(issuers)) {
      return false;
    }
    proof.checkRules(clock.instant());
    return true;
  }

  private String signedPart(String compact) throws RejectedException, MalformedTokenException {
    return decryption.isPresent() ? decryption.get().open(compact, maxLength) : compact;
  }

  private static JwsAlgorithm checkHeader(JoseHeader header, VerificationPolicy policy)
      throws RejectedException {
    JwsAlgorithm algorithm =
        header
            .signatureAlgorithm()
            .filter(policy::allows)
            .orElseThrow(
                () ->
                    new RejectedException(
                        new DisallowedAlgorithm(header.algorithm(), policy.algorithmNames())));
    if (!header.critical().isEmpty()) {
      throw new RejectedException(new CriticalHeader(header.critical()));
    }
    String content = header.contentType().orElse("");
    if (content.equalsIgnoreCase("JWT") || content.equalsIgnoreCase("application/jwt")) {
      // Then it holds no claims, whatever it looks like (RFC 7519 section 7.2 step 8).
      throw new RejectedException(
          new MalformedToken("cty of a signed token must not be JWT: another token inside"));
    }
    Optional<String> type = header.type();
    if (type.isPresent() && !policy.acceptsType(type.get())) {
      throw new RejectedException(new UnexpectedType(type.get(), policy.types()));
    }
    return algorithm;
  }

  private static VerificationKey locate(JoseHeader header, JwsAlgorithm algorithm, KeyLocator keys)
      throws RejectedException, KeysUnavailableException {
    // Asked again here, so that no locator can pair a key with an algorithm it is not for.
    return keys.locate(header)
        .filter(key -> key.suits(algorithm))
        .orElseThrow(
            () -> new RejectedException(new UnknownKey(header.keyId(), header.algorithm())));
  }
}
