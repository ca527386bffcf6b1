package dev.vouchgate.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.http.FormFields;
import dev.vouchgate.jws.JwsSigner;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How we prove to a token endpoint who we are (RFC 6749 §2.3). Immutable. */
public sealed interface ClientCredential {
  /** The header {@code Authorization}, if there is to be one. */
  default Optional<String> authorization() {
    return Optional.empty();
  }

  /**
   * What the form has in addition.
   *
   * @param endpoint whom it is for
   * @param now the time
   */
  default Map<String, String> fields(URI endpoint, Instant now) {
    return Map.of();
  }

  /**
   * {@code client_secret_basic} (RFC 6749 §2.3.1).
   *
   * @param clientId our name at the token endpoint
   * @param secret what it knows us by
   */
  record Secret(String clientId, String secret) implements ClientCredential {
    @Override
    public Optional<String> authorization() {
      String both = FormFields.encode(clientId) + ":" + FormFields.encode(secret);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Secret[" + clientId + "]";
    }
  }

  /**
   * {@code private_key_jwt} (RFC 7523 §2.2): a token of a minute for the endpoint alone, new each
   * time.
   *
   * @param clientId our name at the token endpoint
   * @param keyId {@code kid} of the key; empty if it has none
   * @param signer signs with a key whose public half the token endpoint knows
   */
  record PrivateKeyJwt(String clientId, Optional<String> keyId, JwsSigner signer)
      implements ClientCredential {
    private static final int LIFETIME = 60;

    @Override
    public Map<String, String> fields(URI endpoint, Instant now) {
      Map<String, String> header = new LinkedHashMap<>();
      header.put("alg", signer.algorithm().toString());
      header.put("typ", "JWT");
      keyId.ifPresent(kid -> header.put("kid", kid));
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put("iss", clientId);
      claims.put("sub", clientId);
      claims.put("aud", endpoint.toString());
      claims.put("iat", now.getEpochSecond());
      claims.put("exp", now.getEpochSecond() + LIFETIME);
      claims.put("jti", UUID.randomUUID().toString());
      String assertion = signer.sign(JsonWriter.object(header), JsonWriter.object(claims));
      return Map.of(
          "client_assertion_type",
          "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          "client_assertion",
          assertion);
    }
  }
}
