package dev.vouchgate.filter;

import dev.vouchgate.verify.BearerError;
import dev.vouchgate.verify.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a refused request is answered (RFC 6750 §3): constant but for the realm, so that nothing of
 * the request comes back.
 *
 * @param status the HTTP status
 * @param wwwAuthenticate the value of {@code WWW-Authenticate}; empty for 400 without a challenge
 *     and for 503
 * @param retryAfter the value of {@code Retry-After}; only for 503
 */
public record BearerChallenge(
    int status, Optional<String> wwwAuthenticate, Optional<Duration> retryAfter) {

  /**
   * For a request without credentials: no error code, only how to come back (RFC 6750 §3.1).
   *
   * @param realm the realm
   * @return 401
   */
  public static BearerChallenge withoutCredentials(String realm) {
    return new BearerChallenge(
        HttpServletResponse.SC_UNAUTHORIZED, Optional.of(challenge(realm)), Optional.empty());
  }

  /**
   * For a refusal.
   *
   * @param rejection the reason
   * @param realm the realm
   * @return the reason's status, with its error code if it has one
   */
  public static BearerChallenge of(Rejection rejection, String realm) {
    BearerError error = rejection.error();
    Optional<String> header =
        error
            .code()
            .map(
                code ->
                    challenge(realm)
                        + ", error=\""
                        + code
                        + "\", error_description=\""
                        + error.description()
                        + "\"");
    return new BearerChallenge(error.status(), header, retryAfter(rejection));
  }

  /**
   * Answers a request: status and headers, no body.
   *
   * @param response not committed
   */
  public void answer(HttpServletResponse response) {
    // Not sendError: an error page is a dispatch, and could answer something else.
    response.setStatus(status);
    wwwAuthenticate.ifPresent(value -> response.setHeader("WWW-Authenticate", value));
    retryAfter.ifPresent(
        delay -> response.setHeader("Retry-After", Long.toString(Math.max(1, delay.toSeconds()))));
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }

  private static String challenge(String realm) {
    return "Bearer realm=\"" + realm + "\"";
  }

  private static Optional<Duration> retryAfter(Rejection rejection) {
    return rejection instanceof Rejection.Unavailable unavailable
        ? Optional.of(unavailable.retryAfter())
        : Optional.empty();
  }
}
