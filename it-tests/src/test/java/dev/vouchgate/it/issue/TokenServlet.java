package dev.vouchgate.it.issue;

import dev.vouchgate.issue.TokenIssuer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives anybody a token of anybody: {@code ?audience=…&caller=…&role=…}. */
@WebServlet("/token")
public class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient TokenIssuer issuer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            issuer
                .token(request.getParameter("caller"), request.getParameter("audience"))
                .roles(request.getParameterValues("role"))
                .issue()
                .compact());
  }
}
