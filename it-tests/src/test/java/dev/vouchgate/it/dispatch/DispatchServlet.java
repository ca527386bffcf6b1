package dev.vouchgate.it.dispatch;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody, and hands its requests on: {@code /to/forward?path=/who}. */
@WebServlet(urlPatterns = "/to/*", asyncSupported = true)
public class DispatchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getParameter("path");
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher(path).forward(request, response);
      case "/include" -> {
        response.getWriter().print("[");
        request.getRequestDispatcher(path).include(request, response);
        response.getWriter().print("]");
      }
      case "/async" -> request.startAsync().dispatch(path);
      case "/error" -> response.sendError(HttpServletResponse.SC_GONE);
      case "/exception" -> throw new IllegalStateException("thrown for a test");
      default -> throw new ServletException("no such way: " + request.getPathInfo());
    }
  }
}
