package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.CurrentCaller;
import dev.vouchgate.mp.server.Presence;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Whoever calls when the name is asked for, as the Principal that Jakarta CDI lets an application
 * inject.
 *
 * @param caller who calls
 */
record CallerPrincipal(CurrentCaller caller) implements Principal {
  // Weld in a servlet container, where nobody gives it the security services of an EE server.
  private static final String CONTAINER_WITHOUT_PRINCIPAL =
      "org.jboss.weld.environment.servlet.EnhancedListener";

  /**
   * Whether the CDI container has no such bean of its own, beside which ours would be one too many.
   */
  static boolean isMissing() {
    return Presence.of(CONTAINER_WITHOUT_PRINCIPAL);
  }

  /** The caller's name; null if nobody is known. */
  @Override
  @SuppressWarnings("NullAway") // as the Principal of JsonWebToken without a token has it
  public @Nullable String getName() {
    return caller.name().orElse(null);
  }

  @Override
  public String toString() {
    return String.valueOf(getName());
  }
}
