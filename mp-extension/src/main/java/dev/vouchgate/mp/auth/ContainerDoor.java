package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.BearerAuthenticator;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which requests came in through the container's door: those whose caller the container has asked
 * {@link BearerAuthModule} about. Kept in the request itself.
 *
 * <p>Links to nothing that may be absent.
 */
public final class ContainerDoor {
  private static final String ASKED = ContainerDoor.class.getName();

  private ContainerDoor() {}

  /**
   * Whether the container knows whatever our module knows about a request's caller; then nobody is
   * logged in whom it does not know (any more).
   *
   * @param request the request
   * @return true if this application's module was asked
   */
  public static boolean wasAsked(HttpServletRequest request) {
    return wasAsked(request, BearerAuthenticator.of(request.getServletContext()));
  }

  /** With the identity of a gate: what another application's left in the request does not count. */
  static boolean wasAsked(HttpServletRequest request, BearerAuthenticator gate) {
    return request.getAttribute(ASKED) == gate;
  }

  static void markAsked(HttpServletRequest request, BearerAuthenticator gate) {
    request.setAttribute(ASKED, gate);
  }
}
