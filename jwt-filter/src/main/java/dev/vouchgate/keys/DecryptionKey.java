package dev.vouchgate.keys;

import dev.vouchgate.jwe.JweAlgorithm;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;

/**
 * A private key that encrypted tokens are opened with.
 *
 * @param keyId its {@code kid}, if any
 * @param key the key
 * @param algorithm the only algorithm it may be used with; empty if it does not say
 */
record DecryptionKey(Optional<String> keyId, RSAPrivateKey key, Optional<JweAlgorithm> algorithm) {
  /** RFC 7518 §4.3. */
  private static final int MIN_BITS = 2048;

  static DecryptionKey of(
      Optional<String> keyId, RSAPrivateKey key, Optional<JweAlgorithm> algorithm)
      throws KeyFormatException {
    int bits = key.getModulus().bitLength();
    if (bits < MIN_BITS) {
      throw new KeyFormatException(
          "an RSA key of " + bits + " bits; expected at least " + MIN_BITS);
    }
    return new DecryptionKey(keyId, key, algorithm);
  }

  boolean suits(JweAlgorithm candidate) {
    return algorithm.map(candidate::equals).orElse(true);
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "DecryptionKey[kid=" + keyId.orElse("none") + "]";
  }
}
