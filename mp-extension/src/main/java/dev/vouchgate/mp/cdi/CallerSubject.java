package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.ContainerCaller;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import jakarta.security.jacc.PolicyContextHandler;
import java.lang.System.Logger.Level;
import java.lang.reflect.Constructor;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The caller's Subject for those who ask Jakarta Authorization for it (2.1 §4.6.1.1), where nobody
 * else answers: where the archive has brought that API along, or where a server has nothing behind
 * it, as Open Liberty without a provider of authorization.
 *
 * <p>Once registered it stays, and a server's API has one for all of its applications: so it knows
 * no application, but passes the question on to the one whose thread asks. What it holds of the
 * application that came first is the class alone.
 */
final class CallerSubject implements PolicyContextHandler {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  /** Answers from now on, if nobody else does. To be called where the API is there only. */
  static void supplyIfMissing() {
    if (PolicyContext.getHandlerKeys().contains(ContainerCaller.SUBJECT)) {
      return;
    }
    try {
      PolicyContext.registerHandler(ContainerCaller.SUBJECT, new CallerSubject(), false);
    } catch (PolicyContextException | IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "Somebody else answers for the Subject: {0}", e.toString());
    }
  }

  @Override
  public boolean supports(String key) {
    return ContainerCaller.SUBJECT.equals(key);
  }

  @Override
  public String[] getKeys() {
    return new String[] {ContainerCaller.SUBJECT};
  }

  /** The caller's Subject, with the token for its principal; null if there is no token. */
  @Override
  public @Nullable Object getContext(String key, @Nullable Object data)
      throws PolicyContextException {
    PolicyContextHandler asked = ofThread();
    if (asked == null) {
      return null;
    }
    return asked == this ? subject() : asked.getContext(key, data);
  }

  private static @Nullable Subject subject() {
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

  /**
   * This, or its like in the thread's application, whose CDI container knows no other; null if that
   * application has none.
   */
  private @Nullable PolicyContextHandler ofThread() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      Class<?> own = Class.forName(CallerSubject.class.getName(), true, loader);
      if (own == CallerSubject.class) {
        return this;
      }
      Constructor<?> constructor = own.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (PolicyContextHandler) constructor.newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      LOG.log(Level.DEBUG, "This application has no token to tell of: {0}", e.toString());
      return null;
    }
  }
}
