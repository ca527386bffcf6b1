package dev.vouchgate.mp.cdi;

import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * A container's own MicroProfile JWT that comes as beans of the application: a mechanism, which
 * would answer whoever brings no token, and the settings, which it would judge before we do.
 *
 * <p>Named, not linked to: it is there in one container only. Where {@code @LoginConfig} switches
 * it on and nothing else does, to hide that is enough and it is not named here.
 */
final class BuiltInImplementation {
  // SmallRye JWT, which WildFly adds wherever MicroProfile JWT is active.
  private static final String PACKAGE = "io.smallrye.jwt.";

  private BuiltInImplementation() {}

  /** Keeps such a type from becoming a bean of this application. */
  static void veto(ProcessAnnotatedType<?> event) {
    if (event.getAnnotatedType().getJavaClass().getName().startsWith(PACKAGE)) {
      event.veto();
    }
  }
}
