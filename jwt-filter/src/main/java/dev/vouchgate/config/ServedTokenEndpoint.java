package dev.vouchgate.config;

import dev.vouchgate.grant.TokenEndpoint;
import dev.vouchgate.http.AddressRange;
import java.util.List;

/**
 * The token endpoint, and where it is served.
 *
 * @param endpoint answers requests
 * @param path below the application's own; begins with a slash
 * @param proxies who are believed when they say that they were asked by https ({@code
 *     X-Forwarded-Proto})
 */
public record ServedTokenEndpoint(TokenEndpoint endpoint, String path, List<AddressRange> proxies) {

  /** Copies what it is given. */
  public ServedTokenEndpoint {
    proxies = List.copyOf(proxies);
  }
}
