package dev.vouchgate.keys;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * A key that signatures are checked with, parsed once and fit for use.
 *
 * @param keyId its {@code kid}; empty if it was published without one
 * @param key a public key of RSA, EC or EdDSA, or a secret key for HMAC
 * @param type the kind of {@code key}
 * @param algorithm the only algorithm it may be used with (RFC 7517 §4.4); empty if it does not say
 */
public record VerificationKey(
    Optional<String> keyId, Key key, KeyType type, Optional<JwsAlgorithm> algorithm) {

  private static final int P521_BITS = 521;

  /**
   * A key as it is.
   *
   * @param keyId its {@code kid}, if any
   * @param key the key
   * @param algorithm the algorithm it is bound to, if any
   * @return the verification key
   * @throws IllegalArgumentException if no algorithm here uses such a key
   */
  public static VerificationKey of(
      Optional<String> keyId, Key key, Optional<JwsAlgorithm> algorithm) {
    return new VerificationKey(keyId, key, typeOf(key), algorithm);
  }

  /**
   * Whether a token of that algorithm may be checked with this key (RFC 8725 §3.1).
   *
   * @param candidate the token's algorithm
   * @return true if type, curve or size, and the key's own {@code alg} all allow it
   */
  public boolean suits(JwsAlgorithm candidate) {
    return candidate.keyType() == type
        && (algorithm.isEmpty() || algorithm.get() == candidate)
        && fits(candidate);
  }

  private boolean fits(JwsAlgorithm candidate) {
    if (key instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      return bits == (candidate == JwsAlgorithm.ES512 ? P521_BITS : candidate.hashBits());
    }
    if (key instanceof EdECPublicKey edwards) {
      String curve = edwards.getParams().getName();
      return candidate == JwsAlgorithm.EDDSA || candidate.toString().equals(curve);
    }
    if (key instanceof SecretKey secret) {
      byte[] bytes = secret.getEncoded();
      return bytes != null && bytes.length * Byte.SIZE >= candidate.hashBits();
    }
    return true;
  }

  private static KeyType typeOf(Key key) {
    if (key instanceof RSAPublicKey) {
      return KeyType.RSA;
    }
    if (key instanceof ECPublicKey) {
      return KeyType.EC;
    }
    if (key instanceof EdECPublicKey) {
      return KeyType.OKP;
    }
    if (key instanceof SecretKey) {
      return KeyType.OCT;
    }
    throw new IllegalArgumentException("no signature algorithm uses keys of " + key.getAlgorithm());
  }

  /** Names the key without showing it. */
  @Override
  public String toString() {
    return "VerificationKey[kid=" + keyId.orElse("none") + ", kty=" + type + "]";
  }
}
