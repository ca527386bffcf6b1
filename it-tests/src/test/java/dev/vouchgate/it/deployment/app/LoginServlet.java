package dev.vouchgate.it.deployment.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The login page. */
@WebServlet(LoginServlet.PATH)
public class LoginServlet extends HttpServlet {
  /** Its path. */
  public static final String PATH = "/login";

  /** What is on it. */
  public static final String TEXT = "Please log in";

  private static final long serialVersionUID = 1L;

  // Forwarded to with the method of whatever needs a login.
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(TEXT);
  }
}
