package dev.vouchgate.mp.cdi;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules of an enterprise archive, which may have one CDI container together, but each its own
 * copy of the library: every copy guards its own module.
 */
final class ArchiveModules {
  private static final ClassLoader OWN = ArchiveModules.class.getClassLoader();

  private final Map<ClassLoader, Boolean> withCopy = new ConcurrentHashMap<>();
  private final Map<ClassLoader, Class<?>> beans = new ConcurrentHashMap<>();
  private final Set<ClassLoader> atWork = ConcurrentHashMap.newKeySet();
  private volatile Optional<Class<?>> guarded = Optional.empty();

  /** Whether a class has a copy of ours to itself, which is there to guard and serve it. */
  boolean isAnothers(Class<?> bean) {
    ClassLoader loader = bean.getClassLoader();
    return loader != null
        && loader != OWN
        && withCopy.computeIfAbsent(loader, ArchiveModules::hasCopy);
  }

  /** Notes a class with security annotations that was left to its own module's copy. */
  void leave(Class<?> bean) {
    guarded = Optional.of(bean);
    beans.put(bean.getClassLoader(), bean);
  }

  /** Notes a class that things are injected into, ours perhaps. */
  void found(Class<?> bean) {
    if (isAnothers(bean)) {
      if (bean.getName().equals(RolesAllowedInterceptor.class.getName())) {
        atWork.add(bean.getClassLoader()); // nobody but that copy's extension adds it
      } else {
        beans.put(bean.getClassLoader(), bean);
      }
    }
  }

  /**
   * Why the deployment has to stop: another module's beans would be open, or know no caller.
   *
   * @param loader the type of this copy's class loader
   * @return the reason; empty if it may go on
   */
  Optional<DeploymentException> problem(Class<? extends ClassLoader> loader) {
    if (loader.getName().startsWith("com.ibm.ws.")) {
      return guarded.map(
          bean ->
              problem(
                  "guard",
                  bean,
                  "Open Liberty shares one CDI container among the modules of an enterprise archive"
                      + " that each have the library. Deploy them as WARs, or keep security"
                      + " annotations off plain CDI beans."));
    }
    return beans.entrySet().stream()
        .filter(module -> !atWork.contains(module.getKey()))
        .findAny()
        .map(
            module ->
                problem(
                    "serve",
                    module.getValue(),
                    "this server has loaded the library's CDI extension for one module of the"
                        + " enterprise archive only. Deploy the modules as WARs."));
  }

  private static DeploymentException problem(String verb, Class<?> bean, String reason) {
    return new DeploymentException(
        "Vouchgate cannot " + verb + " " + bean.getName() + ": " + reason);
  }

  private static boolean hasCopy(ClassLoader loader) {
    try {
      return Class.forName(ArchiveModules.class.getName(), false, loader) != ArchiveModules.class;
    } catch (ClassNotFoundException e) {
      return false; // shared by modules
    }
  }
}
