package dev.vouchgate.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headers that go with each request to one origin, and to no other: they may be secrets.
 *
 * @param origin any address of the origin
 * @param headers by name
 */
public record OriginHeaders(URI origin, Map<String, String> headers) {
  /** RFC 9110 §5.6.2. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  /** RFC 9110 §5.5, without what is obsolete. */
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** What belongs to the connection or to the limits of a fetch. */
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Copies the headers. */
  public OriginHeaders {
    headers = Map.copyOf(headers);
  }

  /**
   * Whether a header may be sent.
   *
   * @param name its name
   * @param value its value
   * @return false if that is no header, or one that is not anybody else's to set
   */
  public static boolean isAllowed(String name, String value) {
    return NAME.matcher(name).matches()
        && VALUE.matcher(value).matches()
        && !OURS.contains(name.toLowerCase(Locale.ROOT));
  }

  Map<String, String> headersFor(URI address) {
    return FetchAddress.isSameOrigin(origin, address) ? headers : Map.of();
  }

  /** The names without the values. */
  @Override
  public String toString() {
    return headers.keySet() + " to " + FetchAddress.origin(origin);
  }
}
