package dev.vouchgate.endpoint;

import dev.vouchgate.grant.TokenResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends tokens, or why there are none, as JSON. */
final class TokenAnswer {
  private TokenAnswer() {}

  static void send(TokenResponse answer, int status, HttpServletResponse response)
      throws IOException {
    byte[] json = answer.json();
    response.setStatus(status);
    answer.headers().forEach(response::setHeader);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
