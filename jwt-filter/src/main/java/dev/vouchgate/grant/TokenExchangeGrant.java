package dev.vouchgate.grant;

import dev.vouchgate.issue.TokenDraft;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token in the name of somebody whose token the client was sent (RFC 8693): with no more roles,
 * and for no longer.
 *
 * @param issuer who signs it
 * @param subjects who judges the token that is exchanged
 */
record TokenExchangeGrant(TokenIssuer issuer, SubjectTokens subjects) implements Grant {
  /** Its {@code grant_type}. */
  static final String TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

  private static final String TYPES = "urn:ietf:params:oauth:token-type:";
  private static final String ACCESS_TOKEN = TYPES + "access_token";
  private static final Set<String> KNOWN_TYPES = Set.of(ACCESS_TOKEN, TYPES + "jwt");

  /** Who acts for whom who acts for whom: longer chains are made by loops. */
  private static final int LONGEST_CHAIN = 8;

  @Override
  public Granted grant(Client client, TokenRequest request) throws TokenRefusedException {
    if (client.rights().exchange().isEmpty()) {
      throw new TokenRefusedException(
          TokenError.UNAUTHORIZED_CLIENT, client.name() + " may not exchange tokens");
    }
    String issued = issuedType(request);
    String audience = client.audience(request);
    List<String> scopes = client.scopes(request);
    VerifiedJwt subject = subject(client, request);
    ClaimsSet claims = subject.claims();
    String name =
        claims
            .string("sub")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> invalid("has no sub"));
    TokenDraft draft =
        ClientCredentialsGrant.draft(issuer, client, name, audience, scopes)
            .roles(
                subject.roles().stream()
                    .filter(client.rights().roles()::contains)
                    .collect(Collectors.toList()))
            .claim("act", actors(client, claims))
            .until(Instant.ofEpochSecond(claims.numericDate("exp").orElseThrow()));
    for (String alias : List.of("upn", "preferred_username")) {
      claims.string(alias).ifPresent(text -> draft.claim(alias, text));
    }
    return new Granted(draft.issue(), name, audience, scopes, Map.of("issued_token_type", issued));
  }

  private static String issuedType(TokenRequest request) throws TokenRefusedException {
    if (request.has("actor_token") || request.has("actor_token_type")) {
      throw TokenRequest.invalid(
          "an actor_token; expected none, as the client itself is the actor");
    }
    if (!KNOWN_TYPES.contains(request.required("subject_token_type"))) {
      throw TokenRequest.invalid("subject_token_type; expected one of " + KNOWN_TYPES);
    }
    String wanted = request.parameter("requested_token_type").orElse(ACCESS_TOKEN);
    if (!KNOWN_TYPES.contains(wanted)) {
      throw TokenRequest.invalid("requested_token_type; expected one of " + KNOWN_TYPES);
    }
    return wanted;
  }

  private VerifiedJwt subject(Client client, TokenRequest request) throws TokenRefusedException {
    VerifiedJwt subject;
    try {
      subject = subjects.verify(request.required("subject_token"));
    } catch (RejectedException e) {
      throw e.rejection() instanceof Rejection.Unavailable
          ? new TokenRefusedException(TokenError.TEMPORARILY_UNAVAILABLE, e.rejection().logReason())
          : invalid("was refused: " + e.rejection().logReason());
    }
    // Nobody may spend what was not sent to him.
    Set<String> accepted = client.rights().exchange();
    if (Collections.disjoint(subject.claims().strings("aud").orElse(List.of()), accepted)) {
      throw invalid("is for none of " + accepted + ", of which " + client.name() + " may");
    }
    if (subject.claims().has("may_act") && !mayAct(client, subject.claims())) {
      throw invalid("says by its may_act that " + client.name() + " may not act");
    }
    return subject;
  }

  /** RFC 8693 §4.4; what else it says of the actor is nothing that could be checked here. */
  private static boolean mayAct(Client client, ClaimsSet claims) {
    return claims.asMap().get("may_act") instanceof Map<?, ?> actor
        && actor.equals(Map.of("sub", client.name()));
  }

  /** The client, and within it whoever has acted before (RFC 8693 §4.1). */
  private static Map<String, Object> actors(Client client, ClaimsSet claims)
      throws TokenRefusedException {
    Map<String, Object> actors = new LinkedHashMap<>();
    actors.put("sub", client.name());
    Object before = claims.asMap().get("act");
    if (before != null) {
      actors.put("act", before);
    }
    int length = 1;
    for (Object actor = before; actor != null; length++) {
      if (!(actor instanceof Map<?, ?> members) || length == LONGEST_CHAIN) {
        throw invalid("has an act that is no object, or more than " + LONGEST_CHAIN + " actors");
      }
      actor = members.get("act");
    }
    return actors;
  }

  private static TokenRefusedException invalid(String what) {
    return TokenRequest.invalid("the subject_token " + what);
  }
}
