package dev.vouchgate.endpoint;

import dev.vouchgate.config.ServedTokenEndpoint;
import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token endpoint over HTTP (RFC 6749 §3.2): forms by POST, in a way that nobody can read. */
final class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Bytes of a form; a token to exchange may have 16 KB. */
  private static final int MAX_LENGTH = 65_536;

  private static final Pattern FORM =
      Pattern.compile(
          "application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  private final transient ServedTokenEndpoint served;
  private final transient ProtectedTransport transport;

  TokenServlet(ServedTokenEndpoint served) {
    this.served = served;
    this.transport = new ProtectedTransport(served.proxies());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      send(
          refusal("the method; expected POST"),
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          response);
      return;
    }
    TokenResponse answer = answer(request);
    send(answer, answer.status(), response);
  }

  private TokenResponse answer(HttpServletRequest request) throws IOException {
    Optional<String> problem = problem(request);
    if (problem.isPresent()) {
      return refusal(problem.get());
    }
    byte[] body = request.getInputStream().readNBytes(MAX_LENGTH + 1);
    return body.length > MAX_LENGTH
        ? refusal("over " + MAX_LENGTH + " bytes")
        : served
            .endpoint()
            .answer(
                HeaderValues.of(request, "Authorization"),
                HeaderValues.of(request, "X-API-Key"),
                body);
  }

  /** What is wrong before anything is read. */
  private Optional<String> problem(HttpServletRequest request) {
    if (!transport.isOf(request)) {
      return Optional.of(
          "plain http from another machine, so that others may have read it; expected https, and of"
              + " a proxy that ends it X-Forwarded-Proto and vouchgate.issue.token-proxies");
    }
    String query = request.getQueryString();
    if (query != null && !query.isEmpty()) {
      return Optional.of("parameters in the address, which is logged; expected all in the body");
    }
    String type = request.getContentType();
    if (type == null || !FORM.matcher(type.trim()).matches()) {
      return Optional.of("the content type; expected application/x-www-form-urlencoded in UTF-8");
    }
    return request.getContentLengthLong() > MAX_LENGTH
        ? Optional.of("over " + MAX_LENGTH + " bytes")
        : Optional.empty();
  }

  private TokenResponse refusal(String reason) {
    return served.endpoint().refuse(TokenError.INVALID_REQUEST, reason);
  }

  private static void send(TokenResponse answer, int status, HttpServletResponse response)
      throws IOException {
    byte[] json = answer.json();
    response.setStatus(status);
    answer.headers().forEach(response::setHeader);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
