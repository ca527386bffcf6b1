package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells access tokens from the other tokens that an issuer signs with the same key, where {@code
 * typ} does not (RFC 8725 §3.12).
 *
 * <p>By what access tokens never have, so that none is refused: identity providers differ in what
 * theirs do have. An ID token that looks like an access token in all of this is left to its
 * audience, which is the client (OpenID Connect Core 1.0 §2).
 */
public final class TokenKinds {
  /** Hashes of what was issued with an ID token (OpenID Connect Core 1.0 §3.3.2.11; FAPI). */
  private static final List<String> HASHES = List.of("at_hash", "c_hash", "s_hash");

  /** What an access token says of itself and an ID token does not (RFC 9068 §2.2; Entra, Okta). */
  private static final List<String> GRANTS = List.of("scope", "scp", "client_id", "cid");

  /** The claim {@code typ} of Keycloak. */
  private static final Set<String> NEVER = Set.of("Refresh", "Offline", "Logout", "Serialized-ID");

  private TokenKinds() {}

  /**
   * Access tokens only.
   *
   * @return the rule
   */
  public static ClaimRule access() {
    return ClaimRule.unchanging(
        (claims, now) -> {
          refuseEventsAndTickets(claims);
          refuseIdTokens(claims);
        });
  }

  /**
   * Access tokens, and ID tokens, which were not meant for us.
   *
   * @return the rule
   */
  public static ClaimRule accessAndId() {
    return ClaimRule.unchanging((claims, now) -> refuseEventsAndTickets(claims));
  }

  private static void refuseEventsAndTickets(ClaimsSet claims) throws RejectedException {
    // Each event is named by a URI (RFC 8417 §2.2), as in a logout token; other "events" are
    // others'.
    if (claims.asMap().get("events") instanceof Map<?, ?> events
        && events.keySet().stream().anyMatch(name -> name.toString().contains(":"))) {
      throw refused("events", "a security event or logout token");
    }
    if (claims.asMap().get("typ") instanceof String typ && NEVER.contains(typ)) {
      throw refused("typ", typ);
    }
  }

  private static void refuseIdTokens(ClaimsSet claims) throws RejectedException {
    for (String hash : HASHES) {
      if (claims.has(hash)) {
        throw refused(hash, "an ID token");
      }
    }
    // Keycloak and Amazon Cognito say it themselves.
    refuseIf(claims, "typ", "ID");
    refuseIf(claims, "token_use", "id");
    // Keycloak before 25 gave access tokens the nonce too, but also a scope.
    if (claims.has("nonce") && GRANTS.stream().noneMatch(name -> claims.has(name))) {
      throw refused("nonce", "an ID token");
    }
  }

  private static void refuseIf(ClaimsSet claims, String name, String value)
      throws RejectedException {
    if (value.equals(claims.asMap().get(name))) {
      throw refused(name, "an ID token");
    }
  }

  private static RejectedException refused(String claim, String kind) {
    return new RejectedException(new ClaimMismatch(claim, "an access token; this is " + kind));
  }
}
