package dev.vouchgate.jws;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;

/**
 * Checks signatures with the JDK's primitives (RFC 7518 §3, RFC 8037 §3.1), after {@link
 * SignatureForm} has seen that their form leaves no room for forgery.
 *
 * <p>Immutable. A new {@link Signature} each time: keeping one per thread gains nothing measurable,
 * and the JDK's Ed25519 stays broken after {@code verify} has thrown, so that the next caller's
 * good token would fail.
 */
public final class SignatureVerifier {

  /** Creates a verifier on the JDK's own providers. */
  public SignatureVerifier() {}

  /**
   * Whether a signature holds.
   *
   * @param algorithm how it is said to be made
   * @param key a public key, or for HMAC a secret key, of the algorithm's type
   * @param signed holds the signing input from index 0
   * @param length bytes of the signing input
   * @param signature the signature as RFC 7518 writes it, not DER
   * @return true only if it holds; false for whatever a client can send, and for a key that does
   *     not fit
   */
  public boolean verify(
      JwsAlgorithm algorithm, Key key, byte[] signed, int length, byte[] signature) {
    if (!SignatureForm.fits(algorithm, key, signature)) {
      return false;
    }
    try {
      if (algorithm.keyType() == KeyType.OCT) {
        Mac mac = Mac.getInstance(algorithm.jcaName());
        mac.init(key);
        mac.update(signed, 0, length);
        return MessageDigest.isEqual(mac.doFinal(), signature);
      }
      Signature verification = Signature.getInstance(algorithm.jcaName());
      verification.initVerify((PublicKey) key);
      AlgorithmParameterSpec parameters = algorithm.parameters();
      if (parameters != null) {
        verification.setParameter(parameters);
      }
      verification.update(signed, 0, length);
      return verification.verify(signature);
    } catch (GeneralSecurityException | ProviderException e) {
      // The JDK throws for some forged signatures where it could answer false.
      return false;
    }
  }
}
