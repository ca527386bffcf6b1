package dev.vouchgate.jwe;

import dev.vouchgate.codec.CodecException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts tokens with the JDK's primitives (RFC 7516 §5.2).
 *
 * <p>Whatever goes wrong looks the same: a key that does not unwrap is replaced by a random one, so
 * that neither the answer nor the time tells padding from content (RFC 7516 §11.5). So is one that
 * nobody can have agreed on: what is wrong with an {@code epk} is told to nobody either.
 */
public final class JweDecrypter {
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  /** Creates a decrypter on the JDK's own providers. */
  public JweDecrypter() {}

  /**
   * Decrypts a token.
   *
   * @param token the token; the caller has checked that its algorithm is allowed
   * @param algorithm how the content encryption key is wrapped
   * @param key a private key that suits it
   * @return the content; empty if it cannot be decrypted or is not authentic, for whatever reason
   */
  public Optional<byte[]> decrypt(CompactJwe token, JweAlgorithm algorithm, PrivateKey key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          contentKey(token, algorithm, key),
          new GCMParameterSpec(TAG_BITS, token.initializationVector()));
      cipher.updateAAD(token.additionalData());
      return Optional.of(cipher.doFinal(token.sealed()));
    } catch (GeneralSecurityException | ProviderException e) {
      return Optional.empty();
    }
  }

  private Key contentKey(CompactJwe token, JweAlgorithm algorithm, PrivateKey key) {
    byte[] contentKey = new byte[token.encryption().keyLength()];
    random.nextBytes(contentKey);
    try {
      byte[] unwrapped =
          algorithm.isAgreement()
              ? AgreedKey.contentKey(token, algorithm, key)
              : decrypted(token, algorithm, key);
      if (unwrapped.length == contentKey.length) {
        contentKey = unwrapped;
      }
    } catch (GeneralSecurityException | ProviderException | CodecException e) {
      // Falls through with the random key: the content will not authenticate.
      return new SecretKeySpec(contentKey, "AES");
    }
    return new SecretKeySpec(contentKey, "AES");
  }

  private static byte[] decrypted(CompactJwe token, JweAlgorithm algorithm, PrivateKey key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, algorithm.parameters());
    return cipher.doFinal(token.encryptedKey());
  }
}
