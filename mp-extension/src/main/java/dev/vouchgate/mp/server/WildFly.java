package dev.vouchgate.mp.server;

import jakarta.security.auth.message.config.AuthConfigFactory;
import java.lang.System.Logger.Level;

/** What WildFly does in a way of its own with applications that have an authentication module. */
public final class WildFly {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final String FACTORY = "org.wildfly.security.auth.jaspi.";
  private static final String SECURITY_DOMAIN = "org.wildfly.security.auth.server.SecurityDomain";

  private WildFly() {}

  /**
   * Makes WildFly forget the classes of an application that stops. Where it has no default security
   * domain, as in {@code standalone-microprofile.xml}, it makes one for the application, and keeps
   * it for ever by the application's class loader.
   *
   * @param factory the container's; nothing happens if it is not WildFly's
   * @param application the application's class loader
   */
  public static void forget(AuthConfigFactory factory, ClassLoader application) {
    if (!factory.getClass().getName().startsWith(FACTORY)) {
      return;
    }
    try {
      // By reflection, as it is out of an application's sight.
      Class.forName(SECURITY_DOMAIN, true, factory.getClass().getClassLoader())
          .getMethod("unregisterClassLoader", ClassLoader.class)
          .invoke(null, application);
    } catch (ReflectiveOperationException e) {
      LOG.log(
          Level.DEBUG,
          "This WildFly may keep the classes of a stopped application: it has security domains of"
              + " another kind.",
          e);
    }
  }
}
