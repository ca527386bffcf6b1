package dev.vouchgate.filter;

import dev.vouchgate.endpoint.HeaderValues;
import dev.vouchgate.verify.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whose page made a request, by what browsers say and scripts cannot change: {@code Sec-Fetch-Site}
 * (Fetch Metadata), or else {@code Origin} (RFC 6454 §7).
 *
 * <p>Browsers send cookies by themselves, also where another site's page makes them call us. So a
 * request that may change something counts as its caller's own only if it is known to come from a
 * page of ours.
 *
 * @param allowed other origins whose pages may do what ours may
 */
record RequestOrigin(Set<String> allowed) {
  /** The methods that change nothing (RFC 9110 §9.2.1), in exact case. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** What is wrong with a request that a cookie has named the caller of; empty if nothing is. */
  Optional<Rejection> refusal(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod()) && !isHandshake(request)) {
      return Optional.empty();
    }
    List<String> origins = HeaderValues.of(request, "Origin");
    Optional<String> origin = origins.size() == 1 ? Optional.of(origins.get(0)) : Optional.empty();
    if (origin.filter(allowed::contains).isPresent()) {
      return Optional.empty();
    }
    List<String> sites = HeaderValues.of(request, "Sec-Fetch-Site");
    if (!sites.isEmpty()) {
      return sites.equals(List.of("same-origin")) || sites.equals(List.of("none"))
          ? Optional.empty()
          : refusal("Sec-Fetch-Site " + sites, request);
    }
    return origin.filter(own(request)::equals).isPresent()
        ? Optional.empty()
        : refusal(
            origins.isEmpty() ? "neither Sec-Fetch-Site nor Origin" : "Origin " + origins, request);
  }

  private static Optional<Rejection> refusal(String found, HttpServletRequest request) {
    return Optional.of(new Rejection.CrossSite(found, own(request)));
  }

  /** A WebSocket is opened by a GET, from any page, and then does what its user may do. */
  private static boolean isHandshake(HttpServletRequest request) {
    return HeaderValues.of(request, "Upgrade").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"));
  }

  /** The origin that the request is for, as the container has it: scheme, host, port. */
  private static String own(HttpServletRequest request) {
    String scheme = request.getScheme();
    String name = request.getServerName();
    int port = request.getServerPort();
    boolean usual = port == (scheme.equalsIgnoreCase("https") ? 443 : 80);
    String host = name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
  }
}
