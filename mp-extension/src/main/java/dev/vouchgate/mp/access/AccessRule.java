package dev.vouchgate.mp.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} ask of a method's caller
 * (Jakarta Annotations 2.1 §2.12).
 *
 * @param access for whom the method is
 * @param roles the roles of which the caller needs one; empty unless for {@link Access#ROLES}
 */
public record AccessRule(Access access, Set<String> roles) {

  /** For whom a method is. */
  public enum Access {
    /** {@code @PermitAll}. */
    EVERYONE,
    /** {@code @RolesAllowed}. */
    ROLES,
    /** {@code @DenyAll}. */
    NOBODY
  }

  /** The role of every proven caller (Jakarta Servlet 6.0 §13.8). */
  private static final String ANY_CALLER = "**";

  private static final AccessRule EVERYONE = new AccessRule(Access.EVERYONE, Set.of());
  private static final AccessRule NOBODY = new AccessRule(Access.NOBODY, Set.of());

  /** Copies the roles. */
  public AccessRule {
    roles = Set.copyOf(roles);
  }

  /**
   * The rule of a bean's method: its own annotation, else that of the class that declares it, else
   * that of the bean's class. The last is stricter than the specification, where a class's
   * annotation is not for what the class inherits.
   *
   * @param method the method
   * @param type the bean's class
   * @return the rule; empty if there is no annotation
   */
  public static Optional<AccessRule> of(Method method, Class<?> type) {
    return on(method).or(() -> on(method.getDeclaringClass())).or(() -> on(type));
  }

  /**
   * The rule of a REST resource's method. As REST annotations are inherited from overridden methods
   * (Jakarta REST 3.1 §3.6), the restrictions beside them count too, where the resource says
   * nothing itself.
   *
   * @param method the method
   * @param type the resource's class
   * @return the rule; empty if there is no annotation
   */
  public static Optional<AccessRule> ofResource(Method method, Class<?> type) {
    List<Method> overridden = OverriddenMethods.of(method, type);
    return on(method)
        .or(
            () ->
                overridden.stream()
                    .flatMap(m -> on(m).stream())
                    .filter(r -> !r.isOpen())
                    .findFirst())
        .or(() -> of(method, type))
        .or(() -> overridden.stream().flatMap(m -> of(m, type).stream()).findFirst());
  }

  /** Whether every caller passes, proven or not. */
  public boolean isOpen() {
    return access == Access.EVERYONE;
  }

  /** Whether no caller passes, whatever the roles. */
  public boolean isShut() {
    return access == Access.NOBODY;
  }

  /**
   * Whether a proven caller passes.
   *
   * @param isInRole whether the caller has a role
   * @return true if it may call
   */
  public boolean admits(Predicate<String> isInRole) {
    if (isOpen()) {
      return true;
    }
    for (String role : roles) {
      if (role.equals(ANY_CALLER) || isInRole.test(role)) {
        return true;
      }
    }
    return false;
  }

  /** Annotations that contradict each other: the strictest counts. */
  static Optional<AccessRule> on(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(NOBODY);
    }
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      Set<String> roles = new LinkedHashSet<>(List.of(allowed.value()));
      return Optional.of(new AccessRule(Access.ROLES, roles));
    }
    return element.isAnnotationPresent(PermitAll.class) ? Optional.of(EVERYONE) : Optional.empty();
  }
}
