package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller the container knows, with the token's roles that it does not: a container
 * may take a role for nobody's unless the application declares it (MicroProfile JWT 2.1,
 * "HttpServletRequest#isUserInRole(String)").
 *
 * <p>On another thread than the container's the token alone decides on roles: Payara answers there
 * for whoever was calling when that thread was made. And Open Liberty knows nobody there: the
 * caller is then who it was, until a logout.
 */
final class KnownCallerRequest extends HttpServletRequestWrapper {
  private final BearerAuthenticator gate;
  private final JwtPrincipal caller;
  private final Thread dispatching = Thread.currentThread();
  private final Principal known;
  private volatile boolean loggedOut;

  KnownCallerRequest(
      HttpServletRequest request, Principal known, BearerAuthenticator gate, VerifiedJwt jwt) {
    super(request);
    this.gate = gate;
    this.caller = new JwtPrincipal(jwt);
    this.known = known;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Principal principal = super.getUserPrincipal();
    return principal == null && !loggedOut && Thread.currentThread() != dispatching
        ? known
        : principal;
  }

  @Override
  public @Nullable String getRemoteUser() {
    Principal principal = getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return (caller.isInRole(role) && getUserPrincipal() != null)
        || (Thread.currentThread() == dispatching
            && ContainerRoles.tell(() -> super.isUserInRole(role)));
  }

  /** Where the container had the caller from us, it may ask us again; where not, we are not to. */
  @Override
  public void logout() throws ServletException {
    super.logout();
    loggedOut = true;
    if (!ContainerDoor.wasAsked(this, gate)) {
      gate.forget(this);
    }
  }
}
