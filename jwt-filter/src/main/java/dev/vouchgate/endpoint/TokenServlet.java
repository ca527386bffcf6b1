package dev.vouchgate.endpoint;

import dev.vouchgate.config.ServedTokenEndpoint;
import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenRefusedException;
import dev.vouchgate.grant.TokenResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The token endpoint over HTTP (RFC 6749 §3.2): forms by POST, in a way that nobody can read. */
final class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Bytes of a form; a token to exchange may have 16 KB. */
  private static final int MAX_LENGTH = 65_536;

  private final transient ServedTokenEndpoint served;
  private final transient FormBody bodies;

  TokenServlet(ServedTokenEndpoint served) {
    this.served = served;
    this.bodies = new FormBody(new ProtectedTransport(served.proxies()), MAX_LENGTH);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      TokenAnswer.send(
          refusal("the method; expected POST"),
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          response);
      return;
    }
    TokenResponse answer = answer(request);
    TokenAnswer.send(answer, answer.status(), response);
  }

  private TokenResponse answer(HttpServletRequest request) throws IOException {
    try {
      return served
          .endpoint()
          .answer(
              HeaderValues.of(request, "Authorization"),
              HeaderValues.of(request, "X-API-Key"),
              bodies.of(request));
    } catch (TokenRefusedException e) {
      return served.endpoint().refuse(e.error(), e.reason());
    }
  }

  private TokenResponse refusal(String reason) {
    return served.endpoint().refuse(TokenError.INVALID_REQUEST, reason);
  }
}
