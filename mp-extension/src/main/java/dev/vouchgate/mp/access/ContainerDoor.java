package dev.vouchgate.mp.access;

import dev.vouchgate.filter.BearerAuthenticator;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which requests came in through the container's door: those whose caller the container has asked
 * our authentication module about. Kept in the request itself, with the identity of the gate: what
 * another application left there does not count.
 */
public final class ContainerDoor {
  private static final String ASKED = ContainerDoor.class.getName();

  private ContainerDoor() {}

  /**
   * Whether the container has asked about a request's caller. If so, nobody is logged in whom it
   * does not know (any more).
   *
   * @param request the request
   * @return true if this application's module was asked
   */
  public static boolean wasAsked(HttpServletRequest request) {
    return wasAsked(request, BearerAuthenticator.of(request.getServletContext()));
  }

  /**
   * The same, for those who have the gate.
   *
   * @param request the request
   * @param gate this application's gate
   * @return true if this application's module was asked
   */
  public static boolean wasAsked(HttpServletRequest request, BearerAuthenticator gate) {
    return request.getAttribute(ASKED) == gate;
  }

  /**
   * Remembers that the container has asked.
   *
   * @param request the request
   * @param gate this application's gate
   */
  public static void markAsked(HttpServletRequest request, BearerAuthenticator gate) {
    request.setAttribute(ASKED, gate);
  }
}
