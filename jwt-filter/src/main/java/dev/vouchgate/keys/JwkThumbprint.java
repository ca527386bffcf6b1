package dev.vouchgate.keys;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.codec.Sha256;
import java.security.PublicKey;

/** What a public key is told by, whoever names it (RFC 7638). */
public final class JwkThumbprint {
  private JwkThumbprint() {}

  /**
   * The thumbprint of a key.
   *
   * @param key a key of RSA, of a NIST curve, Ed25519 or Ed448
   * @return SHA-256 of its required members, in base64url
   */
  public static String of(PublicKey key) {
    return Base64Url.encode(Sha256.digest(JsonWriter.object(PublishedJwk.members(key))));
  }
}
