package dev.vouchgate.it.threats;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves several places, for every method that there is, and says which it was. */
@WebServlet(
    urlPatterns = {"/guarded/*", "/exact", "*.report", "/written", "/open/*"},
    asyncSupported = true)
public class PlaceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String place = place(request);
    response.setHeader("X-Served", place);
    response.getWriter().print("served " + place + " to " + request.getRemoteUser());
  }

  private static String place(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String included
            ? included
            : request.getServletPath();
    return switch (path) {
      case "/guarded", "/open" -> path + "/*";
      case "/exact", "/written" -> path;
      default -> "*.report";
    };
  }
}
