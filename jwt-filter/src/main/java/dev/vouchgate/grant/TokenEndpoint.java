package dev.vouchgate.grant;

import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenIssued;
import dev.vouchgate.observe.TokenRequestRefused;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The token endpoint (RFC 6749 §3.2), without HTTP: authenticates the client, and gives it what it
 * may have.
 *
 * <p>Used by many threads.
 */
public final class TokenEndpoint {
  private final ClientAuthentication authentication;
  private final Map<String, Grant> grants;
  private final String realm;
  private final InstantSource clock;
  private final GateListener listener;

  /** What clients may sign their assertions by, as {@code alg} names it (RFC 7523 §3). */
  public static List<String> assertionAlgorithms() {
    return ClientAssertions.algorithms();
  }

  /**
   * Creates an endpoint.
   *
   * @param clients who may ask
   * @param issuer who signs
   * @param names what assertions may call us in {@code aud}: the issuer, the endpoint's address
   * @param subjects who judges tokens that are exchanged
   * @param signatures who does the arithmetic of assertions' signatures
   * @param realm of challenges
   * @param clock the time
   * @param listener hears what is given and what is refused
   */
  public TokenEndpoint(
      Collection<Client> clients,
      TokenIssuer issuer,
      Set<String> names,
      SubjectTokens subjects,
      SignatureProvider signatures,
      String realm,
      InstantSource clock,
      GateListener listener) {
    this(
        new ClientAuthentication(
            clients,
            new ClientSecrets(clients, KeyDerivation.PLATFORM, clock),
            new ClientAssertions(clients, names, signatures, clock)),
        issuer,
        subjects,
        realm,
        clock,
        listener);
  }

  TokenEndpoint(
      ClientAuthentication authentication,
      TokenIssuer issuer,
      SubjectTokens subjects,
      String realm,
      InstantSource clock,
      GateListener listener) {
    this.authentication = authentication;
    this.grants =
        Map.of(
            ClientCredentialsGrant.TYPE, new ClientCredentialsGrant(issuer),
            TokenExchangeGrant.TYPE, new TokenExchangeGrant(issuer, subjects));
    this.realm = realm;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Answers a request.
   *
   * @param authorization the values of its header {@code Authorization}
   * @param apiKeys the values of its header {@code X-API-Key}
   * @param body a form; its size is the caller's to cap
   * @return a token or an error
   */
  public TokenResponse answer(List<String> authorization, List<String> apiKeys, byte[] body) {
    try {
      TokenRequest request = TokenRequest.parse(authorization, apiKeys, body);
      Grant grant = grants.get(request.required("grant_type"));
      if (grant == null) {
        return refuse(
            TokenError.UNSUPPORTED_GRANT_TYPE, "grant_type is none of " + grants.keySet());
      }
      Client client = authentication.authenticate(request);
      return response(client, grant.grant(client, request));
    } catch (TokenRefusedException e) {
      return refuse(e.error(), e.reason());
    } catch (UncheckedIOException e) {
      return refuse(TokenError.TEMPORARILY_UNAVAILABLE, "no key to sign with: " + e.getMessage());
    }
  }

  /**
   * Refuses a request that is none for this endpoint.
   *
   * @param error what the client is told
   * @param reason what the operator is told: never a secret or a token
   * @return the answer
   */
  public TokenResponse refuse(TokenError error, String reason) {
    listener.tokenRequestRefused(new TokenRequestRefused(error.code(), reason));
    return TokenResponse.of(error, realm);
  }

  private TokenResponse response(Client client, Grant.Granted granted) {
    IssuedToken token = granted.token();
    Duration left = Duration.between(clock.instant(), token.expiresAt());
    if (left.isNegative() || left.isZero()) {
      return refuse(TokenError.INVALID_REQUEST, "the subject_token has expired but for the skew");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("access_token", token.compact());
    members.put("token_type", "Bearer");
    members.put("expires_in", left.toSeconds());
    if (!granted.scopes().isEmpty()) {
      members.put("scope", String.join(" ", granted.scopes()));
    }
    members.putAll(granted.more());
    listener.tokenIssued(new TokenIssued(client.name(), granted.subject(), granted.audience()));
    return TokenResponse.of(members);
  }
}
