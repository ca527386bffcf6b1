package dev.vouchgate.it.filter.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Logs the caller out, and says who is left: here, or where the request is forwarded to. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.logout();
    String onward = request.getParameter("to");
    if (onward == null) {
      CallerServlet.write(request, response);
    } else {
      request.getRequestDispatcher(onward).forward(request, response);
    }
  }
}
