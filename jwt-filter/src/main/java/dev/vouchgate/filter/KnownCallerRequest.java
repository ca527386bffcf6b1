package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose caller the container knows, with the token's roles that it does not: a container
 * may take a role for nobody's unless the application declares it (MicroProfile JWT 2.1,
 * "HttpServletRequest#isUserInRole(String)").
 */
final class KnownCallerRequest extends HttpServletRequestWrapper {
  private final BearerAuthenticator gate;
  private final VerifiedJwt jwt;

  KnownCallerRequest(HttpServletRequest request, BearerAuthenticator gate, VerifiedJwt jwt) {
    super(request);
    this.gate = gate;
    this.jwt = jwt;
  }

  @Override
  public boolean isUserInRole(String role) {
    return super.isUserInRole(role)
        || (!"*".equals(role) && jwt.roles().contains(role) && getUserPrincipal() != null);
  }

  /** Where the container had the caller from us, it may ask us again; where not, we are not to. */
  @Override
  public void logout() throws ServletException {
    super.logout();
    if (!ContainerDoor.wasAsked(this, gate)) {
      gate.forget(this);
    }
  }
}
