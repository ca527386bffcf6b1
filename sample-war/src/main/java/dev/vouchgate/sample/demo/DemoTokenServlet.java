package dev.vouchgate.sample.demo;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /demo/token?as=user}, or {@code as=admin}: the compact token as text/plain. */
final class DemoTokenServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient DemoIssuer issuer;

  DemoTokenServlet(DemoIssuer issuer) {
    this.issuer = issuer;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Loopback.admits(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<DemoPerson> person = DemoPerson.as(requireNonNullElse(request.getParameter("as"), ""));
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    if (person.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    response
        .getWriter()
        .write(person.map(issuer::token).orElse("The parameter 'as' must be user or admin.\n"));
  }
}
