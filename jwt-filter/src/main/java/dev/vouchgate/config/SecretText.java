package dev.vouchgate.config;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.SecretKeys;
import java.util.Optional;

/** A secret as an operator writes it: base64url, with space around it at most. */
final class SecretText {
  private SecretText() {}

  /** Its bytes; empty if it is no base64url. */
  static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64Url.decode(text.strip()));
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  /**
   * The key that it is for tokens with an HMAC.
   *
   * @param text the secret
   * @param bits that it must have, as many as the hash (RFC 7518 section 3.2)
   * @return the key
   * @throws KeyFormatException if it is none; the message says what was expected, not what it was
   */
  static JwkSet keys(String text, int bits) throws KeyFormatException {
    byte[] secret =
        bytes(text)
            .orElseThrow(
                () -> new KeyFormatException("expected a secret as base64url without padding"));
    if (secret.length * Byte.SIZE < bits) {
      throw new KeyFormatException(
          "expected a secret of at least "
              + bits
              + " bits, as many as the hash has (RFC 7518 section 3.2), not of "
              + secret.length * Byte.SIZE);
    }
    return SecretKeys.of(secret);
  }
}
