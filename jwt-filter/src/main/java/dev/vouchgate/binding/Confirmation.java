package dev.vouchgate.binding;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.verify.RejectedException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token is bound to: its claim {@code cnf} (RFC 7800 §3.1). If it names several, each must
 * be proven.
 *
 * @param key the thumbprint of a JWK (RFC 9449 §6.1)
 * @param certificate the thumbprint of a certificate (RFC 8705 §3.1)
 */
record Confirmation(Optional<String> key, Optional<String> certificate) {
  /**
   * Reads it.
   *
   * @param claims a token's
   * @return empty if the token is bound to nothing
   * @throws RejectedException if there is a {@code cnf} that is not understood to the last member.
   *     RFC 7800 would have unknown ones ignored; but they may be bindings too, and a gate that
   *     does not know what to ask for must not do without
   */
  static Optional<Confirmation> of(ClaimsSet claims) throws RejectedException {
    if (!claims.asMap().containsKey("cnf")) {
      return Optional.empty();
    }
    if (!(claims.asMap().get("cnf") instanceof Map<?, ?> members) || members.isEmpty()) {
      throw TokenBinding.refused(
          "the claim cnf; expected an object that names what the token is bound to");
    }
    Optional<String> key = Optional.empty();
    Optional<String> certificate = Optional.empty();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = String.valueOf(member.getKey());
      switch (name) {
        case "jkt" -> key = Optional.of(thumbprint(name, member.getValue()));
        case "x5t#S256" -> certificate = Optional.of(thumbprint(name, member.getValue()));
        case "kc-jkt-type" -> checkKeycloaks(member.getValue());
        default ->
            throw TokenBinding.refused(
                "cnf has " + name + "; expected nothing but jkt and x5t#S256, known here");
      }
    }
    if (key.isEmpty() && certificate.isEmpty()) {
      throw TokenBinding.refused(
          "cnf without jkt and x5t#S256, which are all that can be proven here");
    }
    return Optional.of(new Confirmation(key, certificate));
  }

  private static String thumbprint(String name, @Nullable Object value) throws RejectedException {
    if (value instanceof String text && isSha256(text)) {
      return text;
    }
    throw TokenBinding.refused("cnf." + name + "; expected a SHA-256 thumbprint in base64url");
  }

  private static boolean isSha256(String text) {
    try {
      return Base64Url.decode(text).length == Sha256.LENGTH;
    } catch (CodecException e) {
      return false;
    }
  }

  /** Keycloak's remark on what its {@code jkt} is for; it knows another one besides. */
  private static void checkKeycloaks(@Nullable Object value) throws RejectedException {
    if (!"DPoP".equals(value)) {
      throw TokenBinding.refused("cnf.kc-jkt-type; expected DPoP");
    }
  }
}
