package dev.vouchgate.endpoint;

import dev.vouchgate.grant.TokenResponse;
import dev.vouchgate.login.LoginTokens;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people are given tokens: in the body (RFC 6749 §5.1), or in cookies that no script reads and
 * no other host sets.
 *
 * @param cookie the one that carries the token; empty for the body
 */
record LoginAnswer(Optional<String> cookie) {
  private static final String REFRESH_COOKIE = "__Host-vouchgate-refresh";
  private static final String GUARDED = "; Path=/; Secure; HttpOnly; SameSite=Strict";

  void give(HttpServletResponse response, LoginTokens tokens) throws IOException {
    if (cookie.isPresent()) {
      empty(response);
      set(response, cookie.get(), tokens.access().compact(), tokens.accessLifetime());
      tokens.refresh().ifPresent(token -> set(response, REFRESH_COOKIE, token, tokens.lifetime()));
      return;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("access_token", tokens.access().compact());
    members.put("token_type", "Bearer");
    members.put("expires_in", tokens.accessLifetime().toSeconds());
    tokens.refresh().ifPresent(token -> members.put("refresh_token", token));
    TokenAnswer.send(TokenResponse.of(members), HttpServletResponse.SC_OK, response);
  }

  /** Takes cookies away. */
  void forget(HttpServletResponse response) {
    empty(response);
    cookie.ifPresent(
        name -> {
          set(response, name, "", Duration.ZERO);
          set(response, REFRESH_COOKIE, "", Duration.ZERO);
        });
  }

  /** The refresh token in the cookies of a request; of two, none. */
  Optional<String> refreshToken(HttpServletRequest request) {
    Cookie[] sent = request.getCookies();
    List<String> values =
        sent == null
            ? List.of()
            : Arrays.stream(sent)
                .filter(one -> one.getName().equals(REFRESH_COOKIE))
                .map(Cookie::getValue)
                .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static void empty(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader("Cache-Control", "no-store");
  }

  private static void set(
      HttpServletResponse response, String name, String value, Duration lifetime) {
    // Not by a Cookie: Servlet 5.0 has no attribute SameSite.
    response.addHeader(
        "Set-Cookie", name + "=" + value + "; Max-Age=" + lifetime.toSeconds() + GUARDED);
  }
}
