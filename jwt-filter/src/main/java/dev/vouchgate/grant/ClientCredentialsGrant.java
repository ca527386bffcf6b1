package dev.vouchgate.grant;

import dev.vouchgate.issue.TokenDraft;
import dev.vouchgate.issue.TokenIssuer;
import java.util.List;
import java.util.Map;

/**
 * A token in the client's own name (RFC 6749 §4.4).
 *
 * @param issuer who signs it
 */
record ClientCredentialsGrant(TokenIssuer issuer) implements Grant {
  /** Its {@code grant_type}. */
  static final String TYPE = "client_credentials";

  @Override
  public Granted grant(Client client, TokenRequest request) throws TokenRefusedException {
    String audience = client.audience(request);
    List<String> scopes = client.scopes(request);
    TokenDraft draft = draft(issuer, client, client.name(), audience, scopes);
    draft.roles(client.rights().roles());
    return new Granted(draft.issue(), client.name(), audience, scopes, Map.of());
  }

  /** What all tokens that a client is given have in common. */
  static TokenDraft draft(
      TokenIssuer issuer, Client client, String subject, String audience, List<String> scopes) {
    TokenDraft draft = issuer.token(subject, audience).claim("client_id", client.name());
    if (!scopes.isEmpty()) {
      draft.claim("scope", String.join(" ", scopes));
    }
    client.rights().lifetime().ifPresent(draft::lifetime);
    return draft;
  }
}
