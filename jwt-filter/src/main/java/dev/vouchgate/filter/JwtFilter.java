package dev.vouchgate.filter;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door for servlets: authenticates a request, then lets the outcome answer it or go on.
 *
 * <p>Registered by {@link JwtFilterInitializer} on {@code /*}; a filter of the same name in web.xml
 * takes its place.
 */
public final class JwtFilter extends HttpFilter {
  /** The name it is registered by, and under which web.xml may configure it. */
  public static final String NAME = "vouchgate";

  private static final long serialVersionUID = 1L;

  private transient @Nullable BearerAuthenticator authenticator;

  /** Creates the filter; its gate is found when it is initialized. */
  public JwtFilter() {}

  @Override
  public void init() throws ServletException {
    try {
      authenticator = BearerAuthenticator.of(getServletContext());
    } catch (SettingsException | IllegalStateException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    BearerAuthenticator gate = authenticator;
    if (gate == null) {
      throw new ServletException("the filter " + NAME + " has not been initialized");
    }
    Authentication found = gate.authenticate(request);
    // An error page is the container's choice, not the client's: it answers what went before.
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      Optional<BearerChallenge> refusal = gate.refusal(request, found);
      if (refusal.isPresent()) {
        refusal.get().answer(response);
        return;
      }
    }
    HttpServletRequest proven = proven(request, gate, found);
    try {
      chain.doFilter(proven, response);
    } catch (ServletException | RuntimeException e) {
      Optional<AccessRefusedException> refused = AccessRefusedException.in(e);
      // An include cannot answer for its page: whoever called it does, at the end this filter.
      if (refused.isEmpty()
          || request.getDispatcherType() == DispatcherType.INCLUDE
          || response.isCommitted()) {
        throw e;
      }
      response.resetBuffer();
      refused.get().challenge().answer(response);
    }
  }

  private static HttpServletRequest proven(
      HttpServletRequest request, BearerAuthenticator gate, Authentication found) {
    Optional<VerifiedJwt> caller = found.caller();
    if (caller.isEmpty()) {
      return request;
    }
    VerifiedJwt jwt = caller.get();
    Principal principal = request.getUserPrincipal();
    if (principal != null && isKnown(principal, jwt)) {
      return principal instanceof JwtPrincipal
          ? request
          : new KnownCallerRequest(request, principal, gate, jwt);
    }
    // Whoever the container asked about and does not know any more has been logged out.
    return ContainerDoor.wasAsked(request, gate)
        ? request
        : new AuthenticatedRequest(request, gate, jwt);
  }

  /**
   * A container that knows this caller knows more of it than we could wrap around the request. A
   * principal of ours counts only if it is of this very proof: another application, from which a
   * request was forwarded, reads roles in its own way.
   */
  private static boolean isKnown(Principal principal, VerifiedJwt jwt) {
    // By name: another application's class is another class.
    return principal.getClass().getName().equals(JwtPrincipal.class.getName())
        ? principal instanceof JwtPrincipal own && own.jwt().equals(jwt)
        : jwt.callerName().equals(principal.getName());
  }
}
