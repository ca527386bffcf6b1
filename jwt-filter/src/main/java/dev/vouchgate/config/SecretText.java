package dev.vouchgate.config;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.SecretKeys;

/** A shared secret as an operator writes it. */
final class SecretText {
  private SecretText() {}

  /**
   * Reads it.
   *
   * @param text base64url, with space around it at most
   * @param bits that it must have, as many as the hash (RFC 7518 section 3.2)
   * @return the key
   * @throws KeyFormatException if it is none; the message says what was expected, not what it was
   */
  static JwkSet keys(String text, int bits) throws KeyFormatException {
    try {
      byte[] secret = Base64Url.decode(text.strip());
      if (secret.length * Byte.SIZE < bits) {
        throw new KeyFormatException(
            "expected a secret of at least "
                + bits
                + " bits, as many as the hash has (RFC 7518 section 3.2), not of "
                + secret.length * Byte.SIZE);
      }
      return SecretKeys.of(secret);
    } catch (CodecException e) {
      throw new KeyFormatException("expected a secret as base64url without padding");
    }
  }
}
