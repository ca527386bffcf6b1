package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

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
  public boolean isUserInRole(@Nullable String role) {
    // "*" is nobody's and "**" every proven caller's (Servlet 6 section 13.3).
    return role != null
        && !role.equals("*")
        && (role.equals("**") || principal.jwt().roles().contains(role));
  }

  /** The caller is established: there is nobody to be asked, by a challenge or otherwise. */
  @Override
  public boolean authenticate(HttpServletResponse response) {
    return true;
  }

  /** Refuses: this request has its caller. */
  @Override
  public void login(String username, String password) throws ServletException {
    throw new ServletException("the caller of this request is known already, by its token");
  }
}
