package dev.vouchgate.mp.rest;

import dev.vouchgate.filter.BearerChallenge;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Challenges as REST answers. */
final class RefusalResponse {

  private RefusalResponse() {}

  static Response of(BearerChallenge challenge) {
    ResponseBuilder response =
        Response.status(challenge.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    challenge
        .wwwAuthenticate()
        .ifPresent(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
    challenge
        .retryAfter()
        .ifPresent(delay -> response.header(HttpHeaders.RETRY_AFTER, delay.toSeconds()));
    return response.build();
  }
}
