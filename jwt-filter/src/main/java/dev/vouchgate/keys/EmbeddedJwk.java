package dev.vouchgate.keys;

import java.security.PublicKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public key that came together with what it has signed (RFC 9449 §4.2): it proves nothing but
 * that its owner has made this, and counts only where its thumbprint is expected.
 *
 * @param key the key
 * @param thumbprint SHA-256 in base64url (RFC 7638 §3)
 */
public record EmbeddedJwk(VerificationKey key, String thumbprint) {

  /**
   * Reads a key.
   *
   * @param members a JWK, as {@link dev.vouchgate.codec.StrictJson} reads it
   * @return the key
   * @throws KeyFormatException if it is no public key that is fit for use; if a private one lies
   *     open in it, or a shared secret
   */
  public static EmbeddedJwk parse(Map<String, @Nullable Object> members) throws KeyFormatException {
    JwkMembers jwk = new JwkMembers(members);
    if (jwk.isPrivate()) {
      throw new KeyFormatException("it has private members; expected a public key");
    }
    VerificationKey key = PublicJwk.parse(jwk, new KeyPolicy(false));
    return new EmbeddedJwk(key, JwkThumbprint.of((PublicKey) key.key()));
  }
}
