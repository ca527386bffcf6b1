package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureVerifier;
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
 * <p>Immutable; used by many threads. Claims are not read before the signature holds.
 */
public final class JwtVerifier {
  private final VerificationPolicy policy;
  private final KeyLocator keys;
  private final Optional<TokenDecryption> decryption;
  private final RoleMapping roleMapping;
  private final InstantSource clock;
  private final SignatureVerifier signatures = new SignatureVerifier();

  /**
   * Creates a verifier.
   *
   * @param policy what a token must satisfy
   * @param keys the issuer's keys
   * @param decryption if present, only encrypted tokens are accepted
   * @param roleMapping how roles are read
   * @param clock the time
   */
  public JwtVerifier(
      VerificationPolicy policy,
      KeyLocator keys,
      Optional<TokenDecryption> decryption,
      RoleMapping roleMapping,
      InstantSource clock) {
    this.policy = policy;
    this.keys = keys;
    this.decryption = decryption;
    this.roleMapping = roleMapping;
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
    try {
      CompactJws token = CompactJws.parse(signedPart(compact), policy.maxLength());
      JoseHeader header = token.header();
      JwsAlgorithm algorithm = checkHeader(header);
      VerificationKey key = locate(header, algorithm);
      if (!token.isSignedBy(algorithm, key.key(), signatures)) {
        throw new RejectedException(new BadSignature(key.keyId()));
      }
      ClaimsSet claims = ClaimsSet.parse(token.payload());
      Instant now = clock.instant();
      for (ClaimRule rule : policy.rules()) {
        rule.check(claims, now);
      }
      return new VerifiedJwt(
          compact, header, claims, CallerName.of(claims), roleMapping.roles(claims));
    } catch (MalformedTokenException e) {
      throw new RejectedException(new MalformedToken(e.detail()));
    } catch (KeysUnavailableException e) {
      throw new RejectedException(new Unavailable(e.detail(), e.retryAfter()));
    }
  }

  private String signedPart(String compact) throws RejectedException, MalformedTokenException {
    return decryption.isPresent() ? decryption.get().open(compact, policy.maxLength()) : compact;
  }

  private JwsAlgorithm checkHeader(JoseHeader header) throws RejectedException {
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
    Optional<String> type = header.type();
    if (type.isPresent() && !policy.acceptsType(type.get())) {
      throw new RejectedException(new UnexpectedType(type.get(), policy.types()));
    }
    return algorithm;
  }

  private VerificationKey locate(JoseHeader header, JwsAlgorithm algorithm)
      throws RejectedException, KeysUnavailableException {
    // Asked again here, so that no locator can pair a key with an algorithm it is not for.
    return keys.locate(header)
        .filter(key -> key.suits(algorithm))
        .orElseThrow(
            () -> new RejectedException(new UnknownKey(header.keyId(), header.algorithm())));
  }
}
