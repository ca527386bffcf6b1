package dev.vouchgate.it.threats;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says who calls, for every method that there is; of its paths a policy names one. */
@WebServlet({"/open", "/mine"})
public class CookieServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal principal = request.getUserPrincipal();
    response.getWriter().print("called by " + (principal == null ? "nobody" : principal.getName()));
  }

  /** The same behind a constraint of the container's. */
  @WebServlet("/constrained")
  @ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
  public static class Constrained extends CookieServlet {
    private static final long serialVersionUID = 1L;
  }
}
