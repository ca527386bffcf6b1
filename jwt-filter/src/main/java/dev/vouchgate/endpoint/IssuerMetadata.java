package dev.vouchgate.endpoint;

import dev.vouchgate.config.ServedTokenEndpoint;
import dev.vouchgate.grant.TokenEndpoint;
import dev.vouchgate.issue.TokenIssuer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What others want to know of an issuer (OpenID Connect Discovery 1.0 §3, RFC 8414 §2): the same in
 * both documents.
 *
 * @param issuer who signs
 * @param base of the application's root, without a slash at its end
 * @param tokenEndpoint where clients get tokens, if they can
 */
record IssuerMetadata(TokenIssuer issuer, URI base, Optional<ServedTokenEndpoint> tokenEndpoint) {
  /** Where the keys are, below the application's root. */
  static final String KEYS = "/.well-known/jwks.json";

  /** Where the metadata is, there too. */
  static final List<String> PATHS =
      List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server");

  /** The members that are required, and those that say something. */
  Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("issuer", issuer.policy().issuer());
    members.put("jwks_uri", base + KEYS);
    // Nobody logs in here through a browser, but both specifications require these.
    members.put("response_types_supported", List.of());
    members.put("subject_types_supported", List.of("public"));
    members.put(
        "id_token_signing_alg_values_supported",
        issuer.keys().published().stream()
            .map(jwk -> String.valueOf(jwk.get("alg")))
            .distinct()
            .toList());
    tokenEndpoint.ifPresent(
        served -> {
          members.put("token_endpoint", base + served.path());
          members.put(
              "grant_types_supported",
              List.of("client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"));
          members.put(
              "token_endpoint_auth_methods_supported",
              List.of("client_secret_basic", "private_key_jwt"));
          members.put(
              "token_endpoint_auth_signing_alg_values_supported",
              TokenEndpoint.assertionAlgorithms());
        });
    return members;
  }
}
