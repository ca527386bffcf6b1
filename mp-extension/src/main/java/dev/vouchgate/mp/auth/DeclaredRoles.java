package dev.vouchgate.mp.auth;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles that an application's classes name in annotations.
 *
 * <p>A container may know a role only if it is declared, and refuses everybody where an undeclared
 * one is needed.
 */
final class DeclaredRoles {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private DeclaredRoles() {}

  /**
   * The roles in {@code @RolesAllowed} and {@code @DeclareRoles}, on classes and methods.
   *
   * @param classes the classes to look at
   * @return the roles, sorted; without {@code *} and {@code **}, which lose their meaning if
   *     declared (Jakarta Servlet 6.0 §13.8)
   */
  static Set<String> in(Collection<Class<?>> classes) {
    Set<String> roles = new TreeSet<>();
    classes.forEach(type -> collect(type, roles));
    roles.removeIf(role -> role.isEmpty() || role.equals("*") || role.equals("**"));
    return roles;
  }

  private static void collect(Class<?> type, Set<String> roles) {
    try {
      collect((AnnotatedElement) type, roles);
      for (AnnotatedElement method : type.getDeclaredMethods()) {
        collect(method, roles);
      }
    } catch (LinkageError e) {
      LOG.log(
          Level.WARNING,
          "Roles named in {0} are not declared: the class does not link ({1}).",
          type.getName(),
          e.toString());
    }
  }

  private static void collect(AnnotatedElement element, Set<String> roles) {
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      roles.addAll(List.of(allowed.value()));
    }
    DeclareRoles declared = element.getAnnotation(DeclareRoles.class);
    if (declared != null) {
      roles.addAll(List.of(declared.value()));
    }
  }
}
