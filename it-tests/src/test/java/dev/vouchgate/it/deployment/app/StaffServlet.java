package dev.vouchgate.it.deployment.app;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet for staff, kept by the container: says who calls and whether they are users too. */
@WebServlet("/staff")
@ServletSecurity(@HttpConstraint(rolesAllowed = "staff"))
public class StaffServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            request.getUserPrincipal().getName()
                + (" staff=" + request.isUserInRole("staff"))
                + (" user=" + request.isUserInRole("user")));
  }
}
