package dev.vouchgate.mp.cdi;

import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks the container's Subject (Jakarta Authorization 2.1 §4.6.1.1); it names no roles itself. */
final class PolicyContextCaller implements ContainerCaller {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final String SUBJECT = "javax.security.auth.Subject.container";

  @Override
  public Optional<JsonWebToken> token() {
    try {
      return PolicyContext.getContext(SUBJECT) instanceof Subject subject
          ? subject.getPrincipals(JsonWebToken.class).stream().findFirst()
          : Optional.empty();
    } catch (PolicyContextException | IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "This container has no Subject to ask: {0}", e.toString());
      return Optional.empty();
    }
  }

  @Override
  public boolean isKnown() {
    return token().isPresent();
  }

  @Override
  public boolean isInRole(String role) {
    return isInRoleByToken(role);
  }
}
