package dev.vouchgate.it.threats;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves several places, for every method that there is, and says which it was. */
@WebServlet(
    urlPatterns = {"/guarded/*", "/exact", "*.report", "/written", "/open/*"},
    asyncSupported = true)
public class PlaceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static HttpServletMapping mapping(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping own
        ? own
        : request.getHttpServletMapping();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String place = mapping(request).getPattern();
    response.setHeader("X-Served", place);
    response.getWriter().print("served " + place + " to " + request.getRemoteUser());
  }
}
