package dev.vouchgate.verify;

import java.util.Optional;

/** What a client is told about a refusal: status, error code and a fixed text (RFC 6750 §3.1). */
public enum BearerError {
  /** The request carries its credentials wrongly. */
  INVALID_REQUEST(400, "invalid_request", "The request must carry exactly one bearer token"),
  /** The token is no proof of a caller. */
  INVALID_TOKEN(401, "invalid_token", "The access token is malformed, expired or not trusted here"),
  /** The token wants a proof of possession, and that is none (RFC 9449 §7.1). */
  INVALID_DPOP_PROOF(
      401, "invalid_dpop_proof", "The DPoP proof is malformed, stale, used or of another request"),
  /** The proof of possession lacks a nonce of ours (RFC 9449 §9). */
  USE_DPOP_NONCE(401, "use_dpop_nonce", "The DPoP proof must carry the nonce of this answer"),
  /** The caller is proven but lacks a role. */
  INSUFFICIENT_SCOPE(
      403, "insufficient_scope", "The access token does not carry a role that this needs"),
  /** A cookie came along with what another site's page may have asked for. */
  CROSS_SITE(403, null, "This can be asked for by pages of the same origin only"),
  /** The token cannot be judged now. */
  UNAVAILABLE(503, null, "The keys to verify access tokens with are not available; try again");

  private final int status;
  private final Optional<String> code;
  private final String description;

  BearerError(int status, @org.jspecify.annotations.Nullable String code, String description) {
    this.status = status;
    this.code = Optional.ofNullable(code);
    this.description = description;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The {@code error} parameter of the challenge; empty if there is none for it. */
  public Optional<String> code() {
    return code;
  }

  /**
   * The {@code error_description}: constant, within the characters that RFC 6750 §3 allows, and
   * without anything of the request.
   */
  public String description() {
    return description;
  }
}
