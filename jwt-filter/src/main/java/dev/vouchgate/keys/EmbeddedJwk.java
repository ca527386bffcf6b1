package dev.vouchgate.keys;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.KeyType;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    return new EmbeddedJwk(key, thumbprint(jwk, key.type()));
  }

  /** Every value has been read as base64url or as one of our names: none needs an escape. */
  private static String thumbprint(JwkMembers jwk, KeyType type) throws KeyFormatException {
    List<String> required =
        switch (type) {
          case RSA -> List.of("e", "kty", "n");
          case EC -> List.of("crv", "kty", "x", "y");
          default -> List.of("crv", "kty", "x");
        };
    StringBuilder json = new StringBuilder("{");
    for (String name : required) {
      json.append(json.length() == 1 ? "\"" : ",\"")
          .append(name)
          .append("\":\"")
          .append(jwk.requiredText(name))
          .append('"');
    }
    byte[] canonical = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    return Base64Url.encode(Sha256.digest(canonical));
  }
}
