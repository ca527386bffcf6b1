package dev.vouchgate.grant;

import dev.vouchgate.issue.IssuedToken;
import java.util.List;
import java.util.Map;

/** A way to ask for a token (RFC 6749 §1.3). */
interface Grant {

  /**
   * Gives a token.
   *
   * @param client who asks, and has proven it
   * @param request for what
   */
  Granted grant(Client client, TokenRequest request) throws TokenRefusedException;

  /**
   * A token that has been given.
   *
   * @param token the token
   * @param subject whom it speaks of
   * @param audience whom it is for
   * @param scopes its scopes, maybe none
   * @param more members of the answer that other grants have not
   */
  record Granted(
      IssuedToken token,
      String subject,
      String audience,
      List<String> scopes,
      Map<String, String> more) {}
}
