package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller is proven, in a container that does not know the caller itself. Once the
 * caller is logged out it is as the container has it.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
  /** What {@link #getAuthType} says: the method's name in MicroProfile JWT. */
  static final String AUTH_TYPE = "MP-JWT";

  private final BearerAuthenticator gate;
  private final JwtPrincipal principal;
  private volatile boolean loggedOut;

  AuthenticatedRequest(HttpServletRequest request, BearerAuthenticator gate, VerifiedJwt jwt) {
    super(request);
    this.gate = gate;
    this.principal = new JwtPrincipal(jwt);
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return isLoggedOut() ? super.getUserPrincipal() : principal;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return isLoggedOut() ? super.getRemoteUser() : principal.getName();
  }

  @Override
  public @Nullable String getAuthType() {
    return isLoggedOut() ? super.getAuthType() : AUTH_TYPE;
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return isLoggedOut() ? super.isUserInRole(role) : principal.isInRole(role);
  }

  /** The caller is established: there is nobody to be asked, by a challenge or otherwise. */
  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    return !isLoggedOut() || super.authenticate(response);
  }

  /** Refuses while this request has its caller. */
  @Override
  public void login(String username, String password) throws ServletException {
    if (!isLoggedOut()) {
      throw new ServletException("the caller of this request is known already, by its token");
    }
    super.login(username, password);
  }

  /** Forgets the caller, here and at every later dispatch of this request. */
  @Override
  public void logout() throws ServletException {
    boolean isKnownToContainer = super.getUserPrincipal() != null;
    gate.forget(this);
    loggedOut = true;
    // Jetty throws where it has nobody to log out.
    if (isKnownToContainer) {
      super.logout();
    }
  }

  /** Through another wrapper too; the gate may be asked anew after another application's had it. */
  private boolean isLoggedOut() {
    return loggedOut || gate.authenticate(this).caller().isEmpty();
  }
}
