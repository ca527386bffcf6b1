package dev.vouchgate.mp.caller;

import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the Subject of a task that the container runs on a thread of its own (Jakarta
 * Concurrency 3.0 §3.3, Jakarta Authorization 2.1 §4.6.1.1).
 *
 * <p>GlassFish 8 hands the Subject to its tasks, but not the policy context, without which it
 * cannot be asked for: the one of the application's requests does.
 *
 * <p>Never on other threads: there a container may say who called when the thread was made, which
 * in an application's own pool is somebody else.
 */
final class ManagedTaskCaller implements ContainerCaller {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private volatile @Nullable String policyContext;

  @Override
  public Optional<JsonWebToken> token() {
    return Thread.currentThread() instanceof ManageableThread ? ofSubject() : Optional.empty();
  }

  @Override
  public boolean isKnown() {
    return token().isPresent();
  }

  @Override
  public boolean isInRole(String role) {
    return isInRoleByToken(role);
  }

  @Override
  public void requested() {
    String current = PolicyContext.getContextID();
    // Always the same, and to write it at each request would make the processors wait in turn.
    if (current != null && !current.equals(policyContext)) {
      policyContext = current;
    }
  }

  private Optional<JsonWebToken> ofSubject() {
    String known = policyContext;
    boolean missing = known != null && PolicyContext.getContextID() == null;
    if (missing) {
      PolicyContext.setContextID(known);
    }
    try {
      return PolicyContext.getContext(SUBJECT) instanceof Subject subject
          ? subject.getPrincipals(JsonWebToken.class).stream().findFirst()
          : Optional.empty();
    } catch (PolicyContextException | RuntimeException e) {
      LOG.log(Level.DEBUG, "This container has no Subject to ask: {0}", e.toString());
      return Optional.empty();
    } finally {
      if (missing) {
        PolicyContext.setContextID(null);
      }
    }
  }
}
