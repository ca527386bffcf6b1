package dev.vouchgate.mp.server;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What Open Liberty does in a way of its own with applications that have a mechanism of Jakarta
 * Security: it registers the mechanism with the first request, and only if nobody has registered
 * anything for the application. It is asked for by reflection, as its classes are out of an
 * application's sight.
 */
public final class OpenLiberty {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final String FACTORY = "com.ibm.ws.security.jaspi.ProviderRegistry";
  private static final String CALLERS =
      "WebSphere:service=com.ibm.websphere.security.authentication.cache.DeleteAuthCache";
  private static final String JAKARTA_SECURITY = "io.openliberty.security.jakartasec.2.0.internal";
  private static final String MECHANISMS =
      "com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils";
  private static final String PROVIDER = "com.ibm.ws.security.javaeesec.AuthProvider";

  private OpenLiberty() {}

  /**
   * What Open Liberty would register for the mechanism of the application that is starting on this
   * thread.
   *
   * @param factory the container's
   * @return the provider; empty if the application has no mechanism, and in other containers
   */
  public static Optional<AuthConfigProvider> mechanism(AuthConfigFactory factory) {
    if (!factory.getClass().getName().equals(FACTORY)) {
      return Optional.empty();
    }
    try {
      Optional<Object> security = jakartaSecurity(factory.getClass().getClassLoader());
      return security.isPresent() && hasMechanism(security.get())
          ? Optional.of(provider(security.get(), factory))
          : Optional.empty();
    } catch (ReflectiveOperationException | ClassCastException e) {
      LOG.log(
          Level.WARNING,
          "A mechanism of the application's own is not asked: this Open Liberty keeps it elsewhere.",
          e);
      return Optional.empty();
    }
  }

  /**
   * Makes Open Liberty forget the callers that it has cached, when an application stops: the
   * principals among them are the application's, and keep its classes.
   *
   * <p>There is no telling whose are whose, so that it forgets those of other applications too, and
   * asks for them anew.
   *
   * @param factory the container's; nothing happens if it is not Open Liberty's
   */
  public static void forgetCallers(AuthConfigFactory factory) {
    if (!factory.getClass().getName().equals(FACTORY)) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(CALLERS), "removeAllEntries", new Object[0], new String[0]);
    } catch (JMException | SecurityException e) {
      LOG.log(
          Level.DEBUG,
          "This Open Liberty keeps the callers of a stopped application for a while: {0}",
          e.toString());
    }
  }

  private static boolean hasMechanism(Object security) throws ReflectiveOperationException {
    Class<?> mechanisms = type(security, MECHANISMS);
    Object instance = mechanisms.getMethod("getInstance").invoke(null);
    return (boolean) mechanisms.getMethod("isHttpAuthenticationMechanism").invoke(instance);
  }

  private static AuthConfigProvider provider(Object security, AuthConfigFactory factory)
      throws ReflectiveOperationException {
    return (AuthConfigProvider)
        type(security, PROVIDER)
            .getConstructor(Map.class, AuthConfigFactory.class)
            .newInstance(Map.of(), factory);
  }

  /** The server's bundle of that name; empty if its feature is not there. */
  private static Optional<Object> jakartaSecurity(ClassLoader loader)
      throws ReflectiveOperationException {
    Object own = call(loader, "BundleReference", "getBundle");
    Object context = call(own, "Bundle", "getBundleContext");
    Object[] bundles = (Object[]) call(context, "BundleContext", "getBundles");
    for (Object bundle : bundles) {
      if (JAKARTA_SECURITY.equals(call(bundle, "Bundle", "getSymbolicName"))) {
        return Optional.of(bundle);
      }
    }
    return Optional.empty();
  }

  private static Class<?> type(Object bundle, String name) throws ReflectiveOperationException {
    return (Class<?>)
        osgi(bundle, "Bundle").getMethod("loadClass", String.class).invoke(bundle, name);
  }

  private static Object call(Object target, String type, String method)
      throws ReflectiveOperationException {
    return osgi(target, type).getMethod(method).invoke(target);
  }

  /** The framework's own classes are not public, its interfaces are. */
  private static Class<?> osgi(Object target, String type) throws ClassNotFoundException {
    return Class.forName("org.osgi.framework." + type, false, target.getClass().getClassLoader());
  }
}
