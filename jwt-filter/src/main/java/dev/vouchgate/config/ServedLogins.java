package dev.vouchgate.config;

import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenResponse;
import dev.vouchgate.http.AddressRange;
import dev.vouchgate.login.Logins;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenRequestRefused;
import java.util.List;
import java.util.Optional;

/**
 * The logins, and where they are served.
 *
 * @param logins gives the tokens
 * @param path below the application's own; begins with a slash
 * @param proxies who are believed when they say that they were asked by https
 * @param cookie the cookie that carries tokens; empty if the body does
 * @param realm of challenges
 * @param listener hears what is refused
 */
public record ServedLogins(
    Logins logins,
    String path,
    List<AddressRange> proxies,
    Optional<String> cookie,
    String realm,
    GateListener listener) {

  /** Copies what it is given. */
  public ServedLogins {
    proxies = List.copyOf(proxies);
  }

  /** Where a refresh token gets the next. */
  public String refreshPath() {
    return path + "/refresh";
  }

  /** Where a login is ended. */
  public String logoutPath() {
    return path + "/logout";
  }

  /**
   * Refuses a request.
   *
   * @param error what the client is told
   * @param reason what the operator is told: never a password or a token
   * @return the answer
   */
  public TokenResponse refuse(TokenError error, String reason) {
    listener.tokenRequestRefused(new TokenRequestRefused(error.code(), reason));
    return TokenResponse.of(error, realm);
  }
}
