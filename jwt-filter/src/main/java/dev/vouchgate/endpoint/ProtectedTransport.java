package dev.vouchgate.endpoint;

import dev.vouchgate.http.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a request came in a way that nobody could listen to: by TLS as the container has it, from
 * a proxy that says so, or from this machine itself.
 *
 * @param proxies who are believed when they say so
 */
record ProtectedTransport(List<AddressRange> proxies) {
  private static final List<AddressRange> LOOPBACK =
      Stream.of("127.0.0.0/8", "::1").map(AddressRange::parse).flatMap(Optional::stream).toList();

  /** RFC 7239 §5.4. */
  private static final Pattern FORWARDED =
      Pattern.compile("(?:^|[;,\\s])proto=\"?([A-Za-z]+)", Pattern.CASE_INSENSITIVE);

  /** Whether nobody could. */
  boolean isOf(HttpServletRequest request) {
    if (request.isSecure()) {
      return true;
    }
    List<String> schemes = forwardedSchemes(request);
    boolean isByHttps = schemes.stream().allMatch("https"::equals);
    String address = request.getRemoteAddr();
    return isIn(proxies, address)
        ? isByHttps && !schemes.isEmpty()
        // A proxy on this machine may have been asked by somebody far away.
        : isIn(LOOPBACK, address) && isByHttps;
  }

  private static boolean isIn(List<AddressRange> ranges, String address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> forwardedSchemes(HttpServletRequest request) {
    List<String> schemes = new ArrayList<>();
    for (String value : HeaderValues.of(request, "X-Forwarded-Proto")) {
      for (String scheme : value.split(",", -1)) {
        schemes.add(scheme.trim().toLowerCase(Locale.ROOT));
      }
    }
    for (String value : HeaderValues.of(request, "Forwarded")) {
      Matcher found = FORWARDED.matcher(value);
      while (found.find()) {
        schemes.add(found.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return schemes;
  }
}
