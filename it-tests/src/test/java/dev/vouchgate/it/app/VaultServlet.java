package dev.vouchgate.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who calls, to administrators. */
@WebServlet(urlPatterns = "/vault", asyncSupported = true)
@ServletSecurity(@HttpConstraint(rolesAllowed = "admin"))
public class VaultServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Witness witness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(witness.of(request));
  }
}
