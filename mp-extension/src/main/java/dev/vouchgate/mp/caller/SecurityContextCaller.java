package dev.vouchgate.mp.caller;

import dev.vouchgate.filter.ContainerRoles;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.SecurityContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Asks the SecurityContext of Jakarta Security 3.0.
 *
 * <p>Principals count only beside a caller: on a thread of the application's own, Payara shows
 * those of whoever was calling when the thread was made, but no caller. GlassFish 8 fails there
 * when it is asked, also in tasks of its own: then it is not believed at all.
 *
 * @param beans where it is found
 */
record SecurityContextCaller(BeanManager beans) implements ContainerCaller {
  /** What WildFly and Open Liberty call nobody, for whom the specification has null. */
  private static final Set<String> NOBODY = Set.of("anonymous", "unauthenticated");

  /** The answer does not matter, only that there is one. */
  private static final String ANY_ROLE = "**";

  @Override
  public Optional<JsonWebToken> token() {
    return context()
        .filter(context -> context.getCallerPrincipal() != null)
        .flatMap(context -> context.getPrincipalsByType(JsonWebToken.class).stream().findFirst());
  }

  @Override
  public boolean isKnown() {
    return token().isPresent()
        || context()
            .map(SecurityContext::getCallerPrincipal)
            .filter(caller -> !NOBODY.contains(caller.getName().toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  @Override
  public boolean isInRole(String role) {
    return isInRoleByToken(role)
        || context()
            .filter(context -> ContainerRoles.tell(() -> context.isCallerInRole(role)))
            .isPresent();
  }

  private Optional<SecurityContext> context() {
    Bean<?> bean = beans.resolve(beans.getBeans(SecurityContext.class));
    return bean == null
        ? Optional.empty()
        : Optional.of(
                (SecurityContext)
                    beans.getReference(
                        bean, SecurityContext.class, beans.createCreationalContext(bean)))
            .filter(SecurityContextCaller::isBelievable);
  }

  private static boolean isBelievable(SecurityContext context) {
    return ContainerRoles.ask(
            () -> context.getCallerPrincipal() == null || context.isCallerInRole(ANY_ROLE))
        .isPresent();
  }
}
