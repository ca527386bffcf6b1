package dev.vouchgate.keys;

import dev.vouchgate.jws.KeyType;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The shared secret of HMAC tokens, as a set of one key. */
public final class SecretKeys {
  private static final int MIN_LENGTH = 32;

  private SecretKeys() {}

  /**
   * A set of that one secret, which serves tokens with any {@code kid} and with none.
   *
   * @param secret at least 32 bytes, for HS256; 48 for HS384, 64 for HS512 (RFC 7518 §3.2)
   * @return the set
   * @throws KeyFormatException if the secret is too short for any algorithm
   */
  public static JwkSet of(byte[] secret) throws KeyFormatException {
    if (secret.length < MIN_LENGTH) {
      throw new KeyFormatException(
          "the secret has "
              + secret.length
              + " bytes, but HS256 needs at least "
              + MIN_LENGTH
              + ", HS384 48 and HS512 64 (RFC 7518 section 3.2)");
    }
    SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
    return new JwkSet(
        List.of(new VerificationKey(Optional.empty(), key, KeyType.OCT, Optional.empty())));
  }
}
