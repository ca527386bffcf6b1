package dev.vouchgate.mp.access;

import dev.vouchgate.filter.BearerAuthenticator;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which requests have been found to be for everybody, so that nobody may be challenged any more.
 *
 * <p>Some containers' own REST feature calls {@code request.authenticate()} before every method
 * with {@code @PermitAll}; to answer that with a challenge would shut what it opens. Kept in the
 * request, with the gate's identity.
 */
public final class OpenResource {
  private static final String OPEN = OpenResource.class.getName();

  private OpenResource() {}

  /**
   * Remembers that a request is for everybody.
   *
   * @param request the request
   */
  public static void mark(HttpServletRequest request) {
    request.setAttribute(OPEN, BearerAuthenticator.of(request.getServletContext()));
  }

  /**
   * Whether a request has been found to be for everybody.
   *
   * @param request the request
   * @param gate this application's gate
   * @return true if it has
   */
  public static boolean isMarked(HttpServletRequest request, BearerAuthenticator gate) {
    return request.getAttribute(OPEN) == gate;
  }
}
