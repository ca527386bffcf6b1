package dev.vouchgate.mp.server;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;

/**
 * What RESTEasy's MicroProfile REST Client, of WildFly and Open Liberty, does in a way of its own:
 * it remembers the listeners of each application for good. It does so by class loader, weakly, but
 * the listeners that it remembers hold theirs.
 */
public final class RestEasy {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final String LISTENERS =
      "org.jboss.resteasy.microprofile.client.RestClientListeners";

  private RestEasy() {}

  /**
   * Makes it forget the listeners of this thread's application, which it finds again for the next
   * client; otherwise the classes of a stopped application would stay.
   *
   * @param builder of a client; nothing happens if it is not RESTEasy's
   */
  public static void forgetListeners(Object builder) {
    try {
      Field remembered =
          Class.forName(LISTENERS, false, builder.getClass().getClassLoader())
              .getDeclaredField("map");
      remembered.setAccessible(true);
      if (remembered.get(null) instanceof Map<?, ?> listeners) {
        listeners.remove(Thread.currentThread().getContextClassLoader());
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.DEBUG, "No listeners of REST clients to forget: {0}", e.toString());
    }
  }
}
