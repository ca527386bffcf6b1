package dev.vouchgate.binding;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.keys.EmbeddedJwk;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.NonceNeeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges proofs of possession at a protected resource (RFC 9449 §4.3 and §7.1).
 *
 * <p>Asked only once the token itself is proven, so that no stranger has proofs judged.
 */
final class DpopVerifier {
  private static final int MAX_LENGTH = 8192;

  private final DpopPolicy policy;
  private final InstantSource clock;
  private final ReplayMemory memory;
  private final SignatureVerifier signatures;

  DpopVerifier(DpopPolicy policy, SignatureProvider signatures, InstantSource clock) {
    this.policy = policy;
    this.signatures = new SignatureVerifier(signatures.forPassingKeys());
    this.clock = clock;
    this.memory = new ReplayMemory(policy.maxProofs());
  }

  /**
   * Judges the proof of a request, and remembers it: it does not count a second time.
   *
   * @param compact the token, as sent
   * @param thumbprint of the key that the token is bound to
   * @param how the request
   */
  void verify(String compact, String thumbprint, Presentation how) throws RejectedException {
    List<String> proofs = how.proofs();
    if (proofs.size() != 1) {
      throw invalid(proofs.size() + " DPoP headers; expected one");
    }
    try {
      ClaimsSet claims = proven(proofs.get(0), thumbprint);
      checkRequest(claims, how);
      checkToken(claims, compact);
      checkFreshness(claims, thumbprint);
    } catch (MalformedTokenException e) {
      throw invalid(e.detail());
    }
  }

  private ClaimsSet proven(String compact, String thumbprint)
      throws RejectedException, MalformedTokenException {
    try (CompactJws proof = CompactJws.parse(compact, MAX_LENGTH)) {
      prove(proof, thumbprint);
      return proof.claims();
    }
  }

  private void prove(CompactJws proof, String thumbprint) throws RejectedException {
    JoseHeader header = proof.header();
    if (!header.type().filter("dpop+jwt"::equals).isPresent()) {
      throw invalid("its typ; expected dpop+jwt");
    }
    if (!header.critical().isEmpty()) {
      throw invalid("crit " + header.critical() + "; expected none");
    }
    JwsAlgorithm algorithm =
        header
            .signatureAlgorithm()
            .filter(policy.algorithms()::contains)
            .orElseThrow(() -> invalid("alg " + header.algorithm() + ", which is not allowed"));
    EmbeddedJwk jwk = jwk(header);
    if (!jwk.key().suits(algorithm)) {
      throw invalid("alg " + algorithm + ", which is not for the key in its jwk");
    }
    if (!TokenBinding.same(jwk.thumbprint(), thumbprint)) {
      throw TokenBinding.refused("the proof's key is not that of the token's cnf.jkt");
    }
    if (!proof.isSignedBy(algorithm, jwk.key().key(), signatures)) {
      throw invalid("its signature is not that of the key in its jwk");
    }
  }

  @SuppressWarnings("unchecked") // StrictJson makes objects of this type only
  private static EmbeddedJwk jwk(JoseHeader header) throws RejectedException {
    if (!(header.asMap().get("jwk") instanceof Map<?, ?> members)) {
      throw invalid("no jwk; expected the public key as an object");
    }
    try {
      return EmbeddedJwk.parse((Map<String, @Nullable Object>) members);
    } catch (KeyFormatException e) {
      throw invalid("the key in its jwk cannot be used: " + e.getMessage());
    }
  }

  private void checkRequest(ClaimsSet claims, Presentation how) throws RejectedException {
    if (!string(claims, "htm").equals(how.method())) {
      throw invalid("htm is not the request's method");
    }
    HttpUri proven =
        HttpUri.parse(string(claims, "htu"))
            .orElseThrow(() -> invalid("htu; expected an http or https address"));
    if (policy.bases().stream().noneMatch(base -> base.with(how.path()).equals(proven))) {
      throw invalid(
          "htu "
              + proven
              + "; expected "
              + policy.bases().get(0).with(how.path())
              + ", which"
              + " vouchgate.dpop.base-url makes of the request's path");
    }
  }

  private static void checkToken(ClaimsSet claims, String compact) throws RejectedException {
    byte[] hash = Sha256.digest(compact.getBytes(StandardCharsets.US_ASCII));
    if (!TokenBinding.same(string(claims, "ath"), Base64Url.encode(hash))) {
      throw invalid("ath is not the hash of the token");
    }
  }

  private void checkFreshness(ClaimsSet claims, String thumbprint) throws RejectedException {
    String jti = string(claims, "jti");
    OptionalLong made = claims.numericDate("iat");
    if (made.isEmpty()) {
      throw invalid("no iat; expected a number of seconds");
    }
    long iat = made.getAsLong();
    Instant now = clock.instant();
    long window = policy.window().toSeconds();
    long oldest = now.getEpochSecond() - window;
    if (iat < oldest || iat > now.getEpochSecond() + window) {
      throw invalid("iat " + iat + "; it is " + now.getEpochSecond());
    }
    if (policy.nonces().isPresent()) {
      DpopNonces nonces = policy.nonces().get();
      if (!claims.string("nonce").filter(nonce -> nonces.isFresh(nonce, now)).isPresent()) {
        throw new RejectedException(new NonceNeeded(nonces.at(now)));
      }
    }
    // Whose jti it is counts too: nobody can use up another's.
    byte[] identity = (thumbprint + jti).getBytes(StandardCharsets.UTF_8);
    memory.remember(Sha256.digest(identity), iat, oldest);
  }

  private static String string(ClaimsSet claims, String name) throws RejectedException {
    return claims
        .string(name)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> invalid("no " + name + "; expected a string"));
  }

  private static RejectedException invalid(String detail) {
    return new RejectedException(new InvalidProof(detail));
  }
}
