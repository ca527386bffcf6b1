package dev.vouchgate.http;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How servers are reached.
 *
 * @param proxy through which; empty for what the platform is set to
 * @param tls whom to trust and who we are; empty for the platform's trust and nobody
 * @param headers that go with requests, if any
 */
public record HttpRoute(
    Optional<HttpProxy> proxy, Optional<SSLContext> tls, Optional<OriginHeaders> headers) {

  /** The way that nobody has set anything for. */
  public static HttpRoute usual() {
    return new HttpRoute(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
