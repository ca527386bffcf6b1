package dev.vouchgate.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paths of our own servlets, at which everybody is let in: what is published is for everybody, and
 * who asks for a token has none yet, or a stale one.
 */
final class OpenPaths {
  private final Set<String> paths = ConcurrentHashMap.newKeySet();

  void add(String path) {
    paths.add(path);
  }

  /**
   * Whether a client asks for one of them; as the container has mapped it, to exactly that path.
   */
  boolean has(HttpServletRequest request) {
    return !paths.isEmpty()
        && request.getDispatcherType() == DispatcherType.REQUEST
        && request.getPathInfo() == null
        && paths.contains(request.getServletPath());
  }
}
