package dev.vouchgate.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paths of our own servlets, at which everybody is let in, whatever path policies say: what is
 * published is for everybody, and who asks for a token has none yet, or a stale one.
 */
final class OpenPaths {
  private final Set<String> paths = ConcurrentHashMap.newKeySet();

  void add(String path) {
    paths.add(path);
  }

  /**
   * Whether a client asks for one of them: exactly that path and no parameters of it, as the
   * container has mapped it, or, where an authentication module is asked before that, as the client
   * has written it.
   */
  boolean has(HttpServletRequest request) {
    if (paths.isEmpty()
        || request.getDispatcherType() != DispatcherType.REQUEST
        || request.getPathInfo() != null) {
      return false;
    }
    String mapped = request.getServletPath();
    return (mapped == null || mapped.isEmpty())
        ? isWritten(request)
        // Open Liberty serves what stands before a semicolon, and calls it what stands behind it.
        : paths.contains(mapped) && request.getRequestURI().indexOf(';') < 0;
  }

  private boolean isWritten(HttpServletRequest request) {
    String sent = request.getRequestURI();
    String context = request.getContextPath();
    return sent.startsWith(context) && paths.contains(sent.substring(context.length()));
  }
}
