package dev.vouchgate.sample.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /demo/jwks}: the demo issuer's key set. */
final class DemoJwksServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient DemoIssuer issuer;

  DemoJwksServlet(DemoIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Loopback.admits(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/jwk-set+json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(issuer.jwks().toString());
  }
}
