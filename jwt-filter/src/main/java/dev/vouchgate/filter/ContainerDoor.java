package dev.vouchgate.filter;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which requests came in through the container's own door: those whose caller it has asked an
 * authentication module of this gate about. Kept in the request, with the gate's identity beside
 * it: what another application's left there does not count.
 */
public final class ContainerDoor {
  private static final String ASKED = ContainerDoor.class.getName();

  private ContainerDoor() {}

  /**
   * Whether the container has asked about a request's caller. If so it knows the caller, or has
   * logged the caller out.
   *
   * @param request the request
   * @return true if it has asked this application's gate
   */
  public static boolean wasAsked(HttpServletRequest request) {
    return wasAsked(request, BearerAuthenticator.of(request.getServletContext()));
  }

  /**
   * The same, for those who have the gate.
   *
   * @param request the request
   * @param gate this application's gate
   * @return true if it has asked this gate
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
