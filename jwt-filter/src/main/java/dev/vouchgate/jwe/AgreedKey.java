package dev.vouchgate.jwe;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;

/** The key that the sender of a token and its recipient both come to (RFC 7518 §4.6). */
final class AgreedKey {
  private static final int WRAP_OVERHEAD = 8;

  private AgreedKey() {}

  /**
   * The content encryption key of a token.
   *
   * @param token whose encrypted key is empty, or has the one size that the algorithm gives it
   * @param algorithm a key agreement
   * @param own the recipient's key
   * @throws GeneralSecurityException if there is none, for whatever reason; the same for {@code
   *     CodecException}
   */
  static byte[] contentKey(CompactJwe token, JweAlgorithm algorithm, PrivateKey own)
      throws GeneralSecurityException, CodecException {
    Map<String, ?> header = token.header().asMap();
    byte[] shared = agree(own, EphemeralKey.of(header, own));
    int length = token.encryption().keyLength();
    int wrapping = algorithm.wrappingKeyLength();
    if (token.encryptedKey().length != (wrapping == 0 ? 0 : length + WRAP_OVERHEAD)) {
      throw new InvalidKeyException("an encrypted key of another size");
    }
    // Direct agreement names what the key is for, and key wrap itself (RFC 7518 §4.6.2,
    // AlgorithmID).
    return wrapping == 0
        ? derive(shared, token.encryption().name(), header, length)
        : unwrap(derive(shared, algorithm.toString(), header, wrapping), token.encryptedKey());
  }

  /** Z of SP 800-56A; the JDK refuses the one that X25519 gives for points of small order. */
  static byte[] agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
    KeyAgreement agreement =
        KeyAgreement.getInstance(own instanceof ECPrivateKey ? "ECDH" : "X25519");
    agreement.init(own);
    agreement.doPhase(other, true);
    return agreement.generateSecret();
  }

  /**
   * Concat KDF with SHA-256 (SP 800-56A §5.8.1). One round is enough: no key here is longer than
   * the hash.
   */
  static byte[] derive(byte[] shared, String algorithmId, Map<String, ?> header, int length)
      throws GeneralSecurityException, CodecException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    hash.update(number(1));
    hash.update(shared);
    for (byte[] field :
        new byte[][] {
          algorithmId.getBytes(StandardCharsets.US_ASCII),
          party(header, "apu"),
          party(header, "apv")
        }) {
      hash.update(number(field.length));
      hash.update(field);
    }
    hash.update(number(length * Byte.SIZE));
    return Arrays.copyOf(hash.digest(), length);
  }

  /** RFC 3394. */
  private static byte[] unwrap(byte[] wrappingKey, byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
    return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
  }

  private static byte[] party(Map<String, ?> header, String name)
      throws GeneralSecurityException, CodecException {
    if (!header.containsKey(name)) {
      return new byte[0];
    }
    if (header.get(name) instanceof String text) {
      return Base64Url.decode(text);
    }
    throw new InvalidKeyException(name + " is not a string");
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
