package dev.vouchgate.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses documents may be fetched from. */
public final class FetchAddress {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private FetchAddress() {}

  /**
   * Whether an address may be asked at all.
   *
   * @param address any URI
   * @param allowHttp whether plain http may leave this machine
   * @return true for https, and for http to loopback or if allowed; never with user information
   */
  public static boolean isAllowed(URI address, boolean allowHttp) {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (scheme == null || host == null || address.getRawUserInfo() != null) {
      return false;
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> allowHttp || LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
