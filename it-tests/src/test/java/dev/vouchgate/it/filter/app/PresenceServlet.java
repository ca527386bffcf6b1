package dev.vouchgate.it.filter.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether a class can be seen from here. */
@WebServlet("/presence")
public class PresenceServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(presence(request.getParameter("of")));
  }

  private static String presence(String type) {
    try {
      return Class.forName(type).getName();
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }
}
