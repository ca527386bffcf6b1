package dev.vouchgate.it.filter.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says who calls: {@code name remoteUser authType user=... admin=...}. */
@WebServlet({"/caller", "/mine/*", "/admin/*", "/writable"})
public class CallerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(request, response);
  }

  static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Principal principal = request.getUserPrincipal();
    response
        .getWriter()
        .write(
            String.join(
                " ",
                principal == null ? "nobody" : principal.getName(),
                String.valueOf(request.getRemoteUser()),
                String.valueOf(request.getAuthType()),
                "user=" + request.isUserInRole("user"),
                "admin=" + request.isUserInRole("admin")));
  }
}
