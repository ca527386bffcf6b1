package dev.vouchgate.sample.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Tells whether a request comes from this machine and is meant for it. The name the client used
 * counts too: through a proxy on this machine, or a public name that was made to resolve to
 * 127.0.0.1, it is another one.
 */
final class Loopback {

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private Loopback() {}

  static boolean admits(HttpServletRequest request) {
    return admits(request.getLocalAddr(), request.getRemoteAddr(), request.getServerName());
  }

  static boolean admits(String localAddress, String remoteAddress, String serverName) {
    return isLoopback(localAddress) && isLoopback(remoteAddress) && NAMES.contains(serverName);
  }

  /**
   * The container hands out numeric addresses only, so a prefix is enough and nothing is looked up.
   */
  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
