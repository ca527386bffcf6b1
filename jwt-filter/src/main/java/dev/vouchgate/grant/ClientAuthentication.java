package dev.vouchgate.grant;

import static java.util.function.UnaryOperator.identity;

import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out which client asks (RFC 6749 §2.3): by its secret, its API key, or an assertion, one of
 * them and no more.
 */
final class ClientAuthentication {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private static final String ASSERTION = "client_assertion";
  private static final String ASSERTION_TYPE = "client_assertion_type";
  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Map<String, Client> clients;
  private final ClientSecrets secrets;
  private final ClientAssertions assertions;

  ClientAuthentication(
      Collection<Client> clients, ClientSecrets secrets, ClientAssertions assertions) {
    this.clients = clients.stream().collect(Collectors.toUnmodifiableMap(Client::name, identity()));
    this.secrets = secrets;
    this.assertions = assertions;
  }

  /** The client that asks. */
  Client authenticate(TokenRequest request) throws TokenRefusedException {
    List<String> authorization = withoutToken(request.authorization());
    boolean hasAssertion = request.has(ASSERTION) || request.has(ASSERTION_TYPE);
    long methods =
        authorization.size()
            + request.apiKeys().size()
            + Stream.of(hasAssertion, request.has("client_secret")).filter(used -> used).count();
    if (methods > 1) {
      throw TokenRequest.invalid(methods + " credentials; expected one");
    }
    Client client =
        hasAssertion ? byAssertion(request) : byHeader(authorization, request.apiKeys());
    if (request.parameter("client_id").filter(id -> !id.equals(client.name())).isPresent()) {
      throw refused("client_id is another than " + client.name() + ", whose credential came");
    }
    return client;
  }

  /** A token that a client sends with everything does not authenticate it. */
  private static List<String> withoutToken(List<String> authorization) {
    return authorization.size() == 1 && hasScheme(authorization.get(0), BEARER)
        ? List.of()
        : authorization;
  }

  private static boolean hasScheme(String authorization, String scheme) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private Client byHeader(List<String> authorization, List<String> apiKeys)
      throws TokenRefusedException {
    if (!authorization.isEmpty()) {
      return bySecret(authorization.get(0));
    }
    if (!apiKeys.isEmpty()) {
      return byApiKey(apiKeys.get(0));
    }
    throw refused(
        "no credential; expected a secret as HTTP Basic, an API key in the header X-API-Key, or a"
            + " client_assertion");
  }

  private Client bySecret(String authorization) throws TokenRefusedException {
    if (!hasScheme(authorization, BASIC)) {
      throw refused("Authorization of another scheme; expected Basic");
    }
    String pair = decoded(authorization.substring(BASIC.length()).trim());
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw refused("Basic credentials without a colon");
    }
    // Encoded once more within, so that a name may have a colon (RFC 6749 section 2.3.1).
    Optional<String> name = FormText.decode(pair.substring(0, colon));
    Optional<String> secret = FormText.decode(pair.substring(colon + 1));
    Optional<Client> client = name.map(clients::get);
    if (!secrets.isSecretOf(client, secret.orElse(""))) {
      throw refused("the secret is not that of " + known(client));
    }
    return client.orElseThrow();
  }

  private static String decoded(String credentials) throws TokenRefusedException {
    try {
      return new String(Base64.getDecoder().decode(credentials), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw refused("Basic credentials that are not base64");
    }
  }

  private Client byApiKey(String text) throws TokenRefusedException {
    ApiKey key =
        ApiKey.parse(text.trim())
            .orElseThrow(() -> refused("no API key: a client's name, a dot and 43 characters"));
    Optional<Client> client = Optional.ofNullable(clients.get(key.client()));
    ApiKey.Hash expected =
        client.flatMap(one -> one.credentials().apiKey()).orElse(ApiKey.Hash.OF_NOTHING);
    if (!expected.isOf(key)) {
      throw refused("the API key is not that of " + known(client));
    }
    return client.orElseThrow();
  }

  private Client byAssertion(TokenRequest request) throws TokenRefusedException {
    if (!request.parameter(ASSERTION_TYPE).filter(JWT_BEARER::equals).isPresent()) {
      throw refused("client_assertion_type; expected " + JWT_BEARER);
    }
    try {
      return assertions.verify(request.required(ASSERTION));
    } catch (RejectedException e) {
      throw e.rejection() instanceof Rejection.Unavailable
          ? new TokenRefusedException(TokenError.TEMPORARILY_UNAVAILABLE, e.rejection().logReason())
          : refused("the client assertion: " + e.rejection().logReason());
    }
  }

  /** A name that no client has may be a secret that stands in the wrong place. */
  private static String known(Optional<Client> client) {
    return client.map(Client::name).orElse("a client, of which there is none of that name");
  }

  private static TokenRefusedException refused(String reason) {
    return new TokenRefusedException(TokenError.INVALID_CLIENT, reason);
  }
}
