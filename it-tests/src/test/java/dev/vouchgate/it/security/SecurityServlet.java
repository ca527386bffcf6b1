package dev.vouchgate.it.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says what the SecurityContext of Jakarta Security knows. */
@WebServlet("/security")
public class SecurityServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext context;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal principal = context.getCallerPrincipal();
    String tokens =
        context.getPrincipalsByType(JsonWebToken.class).stream()
            .map(JsonWebToken::getName)
            .collect(Collectors.joining("+"));
    String roles =
        Stream.of("user", "admin").filter(context::isCallerInRole).collect(Collectors.joining("+"));
    String vault = context.hasAccessToWebResource("/vault", "GET") ? "vault" : "";
    response
        .getWriter()
        .print(
            String.join(
                "/", principal == null ? "null" : principal.getName(), roles, tokens, vault));
  }
}
