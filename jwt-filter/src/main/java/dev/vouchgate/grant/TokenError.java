package dev.vouchgate.grant;

/**
 * Why a client gets no token, as it is told (RFC 6749 §5.2): constant, so that nothing of the
 * request comes back.
 */
public enum TokenError {
  /**
   * A request that cannot be understood, or a subject token that is not taken (RFC 8693 §2.2.2).
   */
  INVALID_REQUEST("invalid_request", 400, "The request is malformed or not acceptable"),
  /** A client that has not proven who it is. */
  INVALID_CLIENT("invalid_client", 401, "The client is not authenticated"),
  /** A client that may not use this grant. */
  UNAUTHORIZED_CLIENT("unauthorized_client", 400, "The client may not use this grant"),
  /** A name that is unknown, a wrong password, or a refresh token that is good no more. */
  INVALID_GRANT("invalid_grant", 401, "The name, password or refresh token is not accepted"),
  /** Somebody who may be guessing (the code is that of RFC 8628 §3.5). */
  SLOW_DOWN("slow_down", 429, "Too many wrong passwords; wait"),
  /** A grant that is not served. */
  UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400, "The grant type is not supported"),
  /** A scope that the client may not ask for. */
  INVALID_SCOPE("invalid_scope", 400, "The scope is malformed or not granted to the client"),
  /** An audience that the client may not ask for, or none, or several (RFC 8707 §2). */
  INVALID_TARGET("invalid_target", 400, "The audience or resource is missing or not granted"),
  /** The fault is ours, or an identity provider's, and may pass. */
  TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 503, "The request cannot be judged now");

  private final String code;
  private final int status;
  private final String description;

  TokenError(String code, int status, String description) {
    this.code = code;
    this.status = status;
    this.description = description;
  }

  /** The value of {@code error}. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The value of {@code error_description}. */
  public String description() {
    return description;
  }
}
