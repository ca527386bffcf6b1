package dev.vouchgate.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who calls; of its two paths a policy may name one. */
@WebServlet(
    urlPatterns = {"/who", "/safe/who"},
    asyncSupported = true)
public class WhoServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Witness witness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(witness.of(request));
  }
}
