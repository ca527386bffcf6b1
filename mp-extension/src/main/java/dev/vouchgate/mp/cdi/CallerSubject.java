package dev.vouchgate.mp.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import jakarta.security.jacc.PolicyContextHandler;
import java.lang.System.Logger.Level;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The caller's Subject for those who ask Jakarta Authorization for it (2.1 §4.6.1.1), where the
 * archive itself has brought that API along: no container stands behind it.
 *
 * <p>It knows no application: it is asked in the one whose request is served.
 */
final class CallerSubject implements PolicyContextHandler {
  static final String API = "jakarta.security.jacc.PolicyContext";
  static final String KEY = "javax.security.auth.Subject.container";
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  /** Answers from now on, if nobody else does. To be called where the API is there only. */
  static void supplyIfMissing() {
    if (PolicyContext.class.getClassLoader() != CallerSubject.class.getClassLoader()
        || PolicyContext.getHandlerKeys().contains(KEY)) {
      return;
    }
    try {
      PolicyContext.registerHandler(KEY, new CallerSubject(), false);
    } catch (PolicyContextException | IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "Somebody else answers for the Subject: {0}", e.toString());
    }
  }

  @Override
  public boolean supports(String key) {
    return KEY.equals(key);
  }

  @Override
  public String[] getKeys() {
    return new String[] {KEY};
  }

  /** The caller's Subject, with the token for its principal; null if there is no token. */
  @Override
  public @Nullable Object getContext(String key, @Nullable Object data) {
    Instance<MpJwtExtension> extension = CDI.current().select(MpJwtExtension.class);
    return extension.isResolvable()
        ? extension
            .get()
            .caller()
            .requestToken()
            .map(token -> new Subject(true, Set.of(token), Set.of(), Set.of()))
            .orElse(null)
        : null;
  }
}
