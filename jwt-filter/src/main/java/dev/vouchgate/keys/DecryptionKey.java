package dev.vouchgate.keys;

import dev.vouchgate.jwe.EcCurve;
import dev.vouchgate.jwe.JweAlgorithm;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/**
 * A private key that encrypted tokens are opened with.
 *
 * @param keyId its {@code kid}, if any
 * @param key a key of RSA, of a curve of {@link EcCurve}, or of X25519
 * @param algorithm the only algorithm it may be used with; empty if it does not say
 */
record DecryptionKey(Optional<String> keyId, PrivateKey key, Optional<JweAlgorithm> algorithm) {
  /** RFC 7518 §4.3. */
  private static final int MIN_BITS = 2048;

  static DecryptionKey of(Optional<String> keyId, PrivateKey key, Optional<JweAlgorithm> algorithm)
      throws KeyFormatException {
    check(key);
    if (algorithm.isPresent() && !algorithm.get().suits(key)) {
      throw new KeyFormatException(
          "its alg is " + algorithm.get() + ", which its key cannot be of");
    }
    return new DecryptionKey(keyId, key, algorithm);
  }

  boolean suits(JweAlgorithm candidate) {
    return candidate.suits(key) && algorithm.map(candidate::equals).orElse(true);
  }

  private static void check(PrivateKey key) throws KeyFormatException {
    if (key instanceof RSAPrivateKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < MIN_BITS) {
        throw new KeyFormatException(
            "an RSA key of " + bits + " bits; expected at least " + MIN_BITS);
      }
    } else if (!(key instanceof ECPrivateKey ec && EcCurve.of(ec.getParams()).isPresent())
        && !(key instanceof XECPrivateKey xec
            && xec.getParams() instanceof NamedParameterSpec named
            && named.getName().equals(NamedParameterSpec.X25519.getName()))) {
      throw new KeyFormatException(
          "a key on another curve; expected P-256, P-384, P-521 or X25519, or an RSA key");
    }
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "DecryptionKey[kid=" + keyId.orElse("none") + "]";
  }
}
