package dev.vouchgate.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses documents may be fetched from, and how addresses are shown. */
public final class FetchAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private FetchAddress() {}

  /**
   * Whether an address may be asked at all.
   *
   * @param address any URI
   * @param allowHttp whether plain http may leave this machine
   * @return true for https, and for http to loopback or if allowed; never with user information
   */
  public static boolean isAllowed(URI address, boolean allowHttp) {
    try {
      check(address, allowHttp);
      return true;
    } catch (FetchException e) {
      return false;
    }
  }

  /**
   * Refuses what must not be fetched.
   *
   * @param uri an address
   * @param allowHttp whether plain http is allowed to other hosts
   * @throws FetchException if it is relative, of another scheme, without host, with user
   *     information, or plain http where that is not allowed
   */
  public static void check(URI uri, boolean allowHttp) throws FetchException {
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null || !(http || https)) {
      throw new FetchException(
          "'" + shown(uri) + "' is not an address that can be fetched: expected https://host/path");
    }
    if (uri.getRawUserInfo() != null) {
      throw new FetchException(
          shown(uri) + " must not carry a user name or password in the address");
    }
    if (http && !allowHttp && !isLoopback(uri)) {
      throw new FetchException(
          shown(uri)
              + " is plain http, over which anybody on the way could put keys of their own:"
              + " expected https, or vouchgate.jwks.allow-http=true");
    }
  }

  /** RFC 6454 §5: scheme, host and port are the same. */
  static boolean isSameOrigin(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  /** Scheme, host and port, nothing else. */
  static String origin(URI uri) {
    return lower(uri.getScheme()) + "://" + lower(uri.getHost()) + ":" + port(uri);
  }

  /**
   * An address for a message.
   *
   * @param uri an address
   * @return it without what may be secret in it: user information, query, fragment
   */
  public static String shown(URI uri) {
    if (uri.isOpaque() || uri.getHost() == null) {
      return uri.getScheme() + ":...";
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
  }

  private static boolean isLoopback(URI uri) {
    return LOOPBACK.matcher(lower(uri.getHost())).matches();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static String lower(String text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }
}
