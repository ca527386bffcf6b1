package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import java.security.PrivateKey;
import java.util.Optional;

/** The private keys that encrypted tokens are opened with. */
public final class DecryptionKeys {
  private DecryptionKeys() {}

  /**
   * Reads RSA private keys.
   *
   * @param text PKCS#8 PEM, JWK, JWKS, or base64url of either of the last two
   * @return the keys, at least one
   * @throws KeyFormatException if there is no usable private key
   */
  public static DecryptionKeys parse(String text) throws KeyFormatException {
    if (!text.isEmpty()) {
      throw new KeyFormatException("not yet");
    }
    return new DecryptionKeys();
  }

  /**
   * Chooses the key that a token is to be opened with.
   *
   * @param header the encrypted token's header
   * @return the key; empty if none suits, or more than one
   */
  public Optional<PrivateKey> select(JoseHeader header) {
    return header.keyId().map(any -> null);
  }
}
