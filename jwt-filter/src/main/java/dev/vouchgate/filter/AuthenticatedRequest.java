package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request whose caller is proven, in a container that does not know the caller itself. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
  /** What {@link #getAuthType} says: the method's name in MicroProfile JWT. */
  static final String AUTH_TYPE = "MP-JWT";

  private final JwtPrincipal principal;

  AuthenticatedRequest(HttpServletRequest request, VerifiedJwt jwt) {
    super(request);
    this.principal = new JwtPrincipal(jwt);
  }

  @Override
  public Principal getUserPrincipal() {
    return principal;
  }

  @Override
  public String getRemoteUser() {
    return principal.getName();
  }

  @Override
  public String getAuthType() {
    return AUTH_TYPE;
  }

  @Override
  public boolean isUserInRole(String role) {
    // "*" is nobody's and "**" every proven caller's (Servlet 6 section 13.3).
    return !role.equals("*") && (role.equals("**") || principal.jwt().roles().contains(role));
  }
}
