package org.wildfly.security.auth.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What WildFly keeps of applications: their class loaders, until it is told to forget one. */
public final class SecurityDomain {
  /** Those that are kept. */
  public static final Set<ClassLoader> KEPT = ConcurrentHashMap.newKeySet();

  private SecurityDomain() {}

  public static void unregisterClassLoader(ClassLoader application) {
    KEPT.remove(application);
  }
}
