package dev.vouchgate.grant;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018 §5.2), by whoever does the arithmetic. */
@FunctionalInterface
interface KeyDerivation {
  /** The Java platform's. */
  KeyDerivation PLATFORM = KeyDerivation::byPlatform;

  /**
   * Derives a key.
   *
   * @param algorithm as the Java platform names it, such as {@code PBKDF2WithHmacSHA256}
   * @param secret not empty
   * @param salt not empty
   * @param iterations more than none
   * @param bytes how long the key is to be
   */
  byte[] derive(String algorithm, String secret, byte[] salt, int iterations, int bytes);

  private static byte[] byPlatform(
      String algorithm, String secret, byte[] salt, int iterations, int bytes) {
    PBEKeySpec how = new PBEKeySpec(secret.toCharArray(), salt, iterations, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(algorithm).generateSecret(how).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm, e);
    } finally {
      how.clearPassword();
    }
  }
}
