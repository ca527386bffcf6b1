package dev.vouchgate.filter;

import dev.vouchgate.verify.Credential;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.AmbiguousCredentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the token of a request: from the Authorization header (RFC 6750 §2.1), or in cookie mode
 * from one cookie and nowhere else.
 *
 * <p>Never from the query or a form (RFC 6750 §2.3): addresses end up in logs.
 */
final class BearerTokenExtractor {
  private static final String AUTHORIZATION = "Authorization";
  private static final String SCHEME = "Bearer";

  private static final String DPOP = "DPoP";

  private final Optional<String> cookie;
  private final boolean dpop;

  /**
   * Creates an extractor.
   *
   * @param cookie the cookie to read; empty for the Authorization header
   * @param dpop whether the scheme DPoP is read there too (RFC 9449 §7.1)
   */
  BearerTokenExtractor(Optional<String> cookie, boolean dpop) {
    this.cookie = cookie;
    this.dpop = dpop;
  }

  /** Whether tokens come in a cookie, which browsers send by themselves. */
  boolean readsCookie() {
    return cookie.isPresent();
  }

  /**
   * The token of a request.
   *
   * @return the token as sent; empty if there is no bearer credential (another scheme is none)
   * @throws RejectedException if there is more than one, or one that is no single word
   */
  Optional<Credential> extract(HttpServletRequest request) throws RejectedException {
    return cookie.isPresent() ? fromCookie(request, cookie.get()) : fromHeader(request);
  }

  /** Whether the token of a request comes with the scheme DPoP. */
  boolean usesDpop(HttpServletRequest request) {
    String value = dpop && cookie.isEmpty() ? request.getHeader(AUTHORIZATION) : null;
    return value != null && hasScheme(value, DPOP);
  }

  private Optional<Credential> fromHeader(HttpServletRequest request) throws RejectedException {
    Enumeration<String> headers = request.getHeaders(AUTHORIZATION);
    int count = 0;
    String token = null;
    while (headers != null && headers.hasMoreElements()) {
      String header = headers.nextElement();
      count++;
      token = token == null && isToken(header) ? header : token;
    }
    if (token == null) {
      return Optional.empty();
    }
    if (count > 1) {
      throw ambiguous(count + " Authorization headers");
    }
    return Optional.of(afterScheme(token));
  }

  private boolean isToken(String header) {
    return hasScheme(header, SCHEME) || (dpop && hasScheme(header, DPOP));
  }

  private static boolean hasScheme(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length())
        && (header.length() == scheme.length() || isBlank(header.charAt(scheme.length())));
  }

  private static Credential afterScheme(String header) throws RejectedException {
    int from = hasScheme(header, SCHEME) ? SCHEME.length() : DPOP.length();
    int to = header.length();
    while (from < to && isBlank(header.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(header.charAt(to - 1))) {
      to--;
    }
    String text = to == header.length() ? header : header.substring(0, to);
    // A token has none of these; two credentials in one header have (RFC 9110 section 5.3).
    if (text.indexOf(',', from) >= 0
        || text.indexOf(' ', from) >= 0
        || text.indexOf('\t', from) >= 0) {
      throw ambiguous("an Authorization header with more than one word after its scheme");
    }
    if (from == to) {
      throw ambiguous("an Authorization header with nothing after its scheme");
    }
    return new Credential(text, from);
  }

  /** A blank as HTTP knows it (RFC 9110 §5.6.3): there are no others. */
  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  private static Optional<Credential> fromCookie(HttpServletRequest request, String name)
      throws RejectedException {
    Enumeration<String> lines = request.getHeaders("Cookie");
    List<String> values = lines == null ? List.of() : CookieHeader.values(lines, name);
    if (values.size() > 1) {
      throw ambiguous("more than one cookie of the token's name");
    }
    return values.stream().findFirst().map(Credential::of);
  }

  private static RejectedException ambiguous(String found) {
    return new RejectedException(new AmbiguousCredentials(found));
  }
}
