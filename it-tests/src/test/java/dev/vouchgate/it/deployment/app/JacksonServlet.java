package dev.vouchgate.it.deployment.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says which jackson-core an application finds first. */
@WebServlet("/jackson")
public class JacksonServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      Object version =
          Class.forName("com.fasterxml.jackson.core.json.PackageVersion")
              .getField("VERSION")
              .get(null);
      response.getWriter().print(version);
    } catch (ReflectiveOperationException e) {
      throw new ServletException(e);
    }
  }
}
