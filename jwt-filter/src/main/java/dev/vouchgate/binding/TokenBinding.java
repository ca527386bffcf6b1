package dev.vouchgate.binding;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.UnprovenBinding;
import dev.vouchgate.verify.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a proven token is in the hands it was issued to. Not a part of the token's own
 * verification, which holds until the token expires: this is asked at every request.
 */
public final class TokenBinding {
  private final BindingPolicy policy;
  private final Optional<DpopVerifier> dpop;

  /**
   * Creates a check.
   *
   * @param policy what can be proven here
   * @param signatures who does the arithmetic of proofs' signatures
   * @param clock the time
   */
  public TokenBinding(BindingPolicy policy, SignatureProvider signatures, InstantSource clock) {
    this.policy = policy;
    this.dpop = policy.dpop().map(how -> new DpopVerifier(how, signatures, clock));
  }

  /**
   * Checks a token that has been verified.
   *
   * @param jwt the token
   * @param how how it was presented
   * @throws RejectedException if it is bound to what the presentation does not prove, or bound to
   *     nothing where it should be
   */
  public void check(VerifiedJwt jwt, Presentation how) throws RejectedException {
    Optional<Confirmation> confirmation = Confirmation.of(jwt.claims());
    Optional<String> key = confirmation.flatMap(Confirmation::key);
    if (key.isEmpty() && how.isDpop()) {
      throw refused("a token without cnf.jkt, sent with the scheme DPoP; expected Bearer");
    }
    if (confirmation.isEmpty()) {
      if (policy.required()) {
        throw refused("no cnf; vouchgate.binding.required wants a token that is bound");
      }
      return;
    }
    if (confirmation.get().certificate().isPresent()) {
      checkCertificate(confirmation.get().certificate().get(), how);
    }
    if (key.isPresent()) {
      // The last of all, because it uses the proof up.
      checkProof(jwt.compact(), key.get(), how);
    }
  }

  /** The algorithms that challenges of the scheme DPoP name, in order; empty if it is not used. */
  public List<String> dpopAlgorithms() {
    return policy.dpop().stream()
        .flatMap(how -> how.algorithms().stream())
        .sorted()
        .map(JwsAlgorithm::toString)
        .toList();
  }

  /** Whether a bearer token can be accepted at all, alone or with a certificate. */
  public boolean takesBearer() {
    return !policy.required() || policy.certificates().isPresent();
  }

  /** Where client certificates are; empty if they are not used. */
  public Optional<ClientCertificates> certificates() {
    return policy.certificates();
  }

  private void checkProof(String compact, String key, Presentation how) throws RejectedException {
    if (dpop.isEmpty()) {
      throw refused("cnf.jkt, but vouchgate.binding does not name dpop");
    }
    if (!how.isDpop()) {
      throw refused("a token with cnf.jkt, not sent with the scheme DPoP and a proof");
    }
    dpop.get().verify(compact, key, how);
  }

  private void checkCertificate(String expected, Presentation how) throws RejectedException {
    if (policy.certificates().isEmpty()) {
      throw refused("cnf.x5t#S256, but vouchgate.binding does not name mtls");
    }
    byte[] certificate =
        how.certificate()
            .orElseThrow(() -> refused("cnf.x5t#S256, and no client certificate with the request"));
    if (!same(Base64Url.encode(Sha256.digest(certificate)), expected)) {
      throw refused("cnf.x5t#S256 is not that of the client certificate");
    }
  }

  /** In a time that does not tell how much of it is right. */
  static boolean same(String found, String expected) {
    return MessageDigest.isEqual(
        found.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  static RejectedException refused(String detail) {
    return new RejectedException(new UnprovenBinding(detail));
  }
}
