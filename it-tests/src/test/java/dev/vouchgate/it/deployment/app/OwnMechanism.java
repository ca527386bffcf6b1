package dev.vouchgate.it.deployment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** A mechanism of the application's own making: believes a header. */
@ApplicationScoped
public class OwnMechanism implements HttpAuthenticationMechanism {
  /** The header, which names the caller. */
  public static final String HEADER = "X-Own-Caller";

  /** What it asks with. */
  public static final String CHALLENGE = "Own";

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String caller = request.getHeader(HEADER);
    if (caller != null) {
      return context.notifyContainerAboutLogin(caller, Set.of("user", "staff"));
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    response.setHeader("WWW-Authenticate", CHALLENGE);
    return context.responseUnauthorized();
  }
}
