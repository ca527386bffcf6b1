package dev.vouchgate.it.threats;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who calls, behind a constraint of the container's. */
@WebServlet("/constrained")
@ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
public class ConstrainedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CookieServlet.write(request, response);
  }
}
