package dev.vouchgate.endpoint;

import dev.vouchgate.config.ServedLogins;
import dev.vouchgate.grant.Form;
import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenRefusedException;
import dev.vouchgate.grant.TokenResponse;
import dev.vouchgate.login.LoginTokens;
import dev.vouchgate.login.PasswordCheck;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The login over HTTP: forms by POST, in a way that nobody else can read. */
final class LoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 8_192;

  private final transient ServedLogins served;
  private final transient List<PasswordCheck> passwords;
  private final transient Predicate<HttpServletRequest> isCrossSite;
  private final transient FormBody bodies;
  private final transient LoginAnswer answers;

  LoginServlet(
      ServedLogins served,
      List<PasswordCheck> passwords,
      Predicate<HttpServletRequest> isCrossSite) {
    this.served = served;
    this.passwords = passwords;
    this.isCrossSite = isCrossSite;
    this.bodies = new FormBody(new ProtectedTransport(served.proxies()), MAX_LENGTH);
    this.answers = new LoginAnswer(served.cookie());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "POST");
      refuse("the method; expected POST", HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
      return;
    }
    if (isCrossSite.test(request)) {
      refuse("a page of another origin", HttpServletResponse.SC_FORBIDDEN, response);
      return;
    }
    try {
      answer(request, response);
    } catch (TokenRefusedException e) {
      TokenResponse refusal = served.refuse(e.error(), e.reason());
      TokenAnswer.send(refusal, refusal.status(), response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, TokenRefusedException {
    String path = request.getServletPath();
    if (path.equals(served.logoutPath())) {
      Optional<String> token = refreshToken(request);
      if (token.isPresent()) {
        served.logins().end(token.get());
      }
      answers.forget(response);
    } else if (path.equals(served.refreshPath())) {
      String token = refreshToken(request).orElseThrow(() -> invalid("no refresh token"));
      answers.give(response, served.logins().renew(token));
    } else {
      answers.give(response, login(Form.parse(bodies.of(request))));
    }
  }

  private LoginTokens login(Form form) throws TokenRefusedException {
    form.only(Set.of("username", "password"));
    String name = form.parameter("username").filter(text -> !text.isBlank()).orElse("");
    String password = form.parameter("password").orElse("");
    if (name.isEmpty() || password.isEmpty()) {
      throw invalid("no username or no password; expected both");
    }
    return served.logins().begin(name, password, passwords);
  }

  /** From the cookie where tokens are in cookies, otherwise from the form. */
  private Optional<String> refreshToken(HttpServletRequest request)
      throws IOException, TokenRefusedException {
    if (served.cookie().isPresent()) {
      bodies.checkTransport(request);
      return answers.refreshToken(request);
    }
    return Form.parse(bodies.of(request)).only(Set.of("refresh_token")).parameter("refresh_token");
  }

  private static TokenRefusedException invalid(String reason) {
    return new TokenRefusedException(TokenError.INVALID_REQUEST, reason);
  }

  private void refuse(String reason, int status, HttpServletResponse response) throws IOException {
    TokenAnswer.send(served.refuse(TokenError.INVALID_REQUEST, reason), status, response);
  }
}
