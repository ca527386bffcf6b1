package dev.vouchgate.filter;

import dev.vouchgate.verify.BearerError;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.NonceNeeded;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a refused request is answered (RFC 6750 §3, RFC 9449 §7.1): constant but for the realm, so
 * that nothing of the request comes back.
 *
 * @param status the HTTP status
 * @param wwwAuthenticate the value of {@code WWW-Authenticate}; empty for 400 without a challenge
 *     and for 503
 * @param retryAfter the value of {@code Retry-After}; only for 503
 * @param dpopNonce the value of {@code DPoP-Nonce} (RFC 9449 §9); only if one is needed
 */
public record BearerChallenge(
    int status,
    Optional<String> wwwAuthenticate,
    Optional<Duration> retryAfter,
    Optional<String> dpopNonce) {

  /** Without a nonce. */
  public BearerChallenge(
      int status, Optional<String> wwwAuthenticate, Optional<Duration> retryAfter) {
    this(status, wwwAuthenticate, retryAfter, Optional.empty());
  }

  /**
   * For a request without credentials: no error code, only how to come back (RFC 6750 §3.1).
   *
   * @param realm who asks
   * @return 401
   */
  public static BearerChallenge withoutCredentials(Realm realm) {
    return new BearerChallenge(
        HttpServletResponse.SC_UNAUTHORIZED, Optional.of(realm.challenges()), Optional.empty());
  }

  /**
   * For a refusal.
   *
   * @param rejection the reason
   * @param realm who asks
   * @return the reason's status, with its error code if it has one
   */
  public static BearerChallenge of(Rejection rejection, Realm realm) {
    BearerError error = rejection.error();
    return new BearerChallenge(
        error.status(),
        error
            .code()
            .map(code -> realm.challenges(parameters(error, code), takesBearer(error, realm))),
        retryAfter(rejection),
        rejection instanceof NonceNeeded needed ? Optional.of(needed.nonce()) : Optional.empty());
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
    dpopNonce.ifPresent(nonce -> response.setHeader("DPoP-Nonce", nonce));
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }

  private static String parameters(BearerError error, String code) {
    return ", error=\"" + code + "\", error_description=\"" + error.description() + "\"";
  }

  /** What is wrong with a proof is nothing that a bearer token could mend. */
  private static boolean takesBearer(BearerError error, Realm realm) {
    return realm.bearer()
        && error != BearerError.INVALID_DPOP_PROOF
        && error != BearerError.USE_DPOP_NONCE;
  }

  private static Optional<Duration> retryAfter(Rejection rejection) {
    return rejection instanceof Rejection.Unavailable unavailable
        ? Optional.of(unavailable.retryAfter())
        : Optional.empty();
  }
}
