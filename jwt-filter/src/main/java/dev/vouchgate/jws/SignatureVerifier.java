package dev.vouchgate.jws;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.PublicKey;
import javax.crypto.Mac;

/**
 * Checks signatures (RFC 7518 §3, RFC 8037 §3.1), after {@link SignatureForm} has seen that their
 * form leaves no room for forgery.
 *
 * <p>Immutable. Whatever a chosen provider cannot judge, the platform does.
 */
public final class SignatureVerifier {
  private static final Logger LOG = System.getLogger("dev.vouchgate");

  private final SignatureProvider chosen;

  /** Creates a verifier on the platform's primitives. */
  public SignatureVerifier() {
    this(SignatureProvider.PLATFORM);
  }

  /**
   * Creates a verifier.
   *
   * @param chosen whose primitives are used; for HMAC always the platform's
   */
  public SignatureVerifier(SignatureProvider chosen) {
    this.chosen = chosen;
  }

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
      return chosen.has(algorithm)
          ? isSigned(algorithm, (PublicKey) key, signed, length, signature)
          : SignatureProvider.PLATFORM.holds(algorithm, (PublicKey) key, signed, length, signature);
    } catch (GeneralSecurityException | ProviderException e) {
      // The JDK throws for some forged signatures where it could answer false.
      return false;
    }
  }

  private boolean isSigned(
      JwsAlgorithm algorithm, PublicKey key, byte[] signed, int length, byte[] signature)
      throws GeneralSecurityException {
    try {
      return chosen.holds(algorithm, key, signed, length, signature);
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      LOG.log(Level.DEBUG, () -> "The platform checks a signature in place of its provider: " + e);
      return SignatureProvider.PLATFORM.holds(algorithm, key, signed, length, signature);
    }
  }
}
