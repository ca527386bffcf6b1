package dev.vouchgate.it.threats;

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
    write(request, response);
  }

  static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Principal principal = request.getUserPrincipal();
    response.getWriter().print("called by " + (principal == null ? "nobody" : principal.getName()));
  }
}
