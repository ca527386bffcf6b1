package dev.vouchgate.mp.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessRuleTest {

  @RolesAllowed("class")
  static class Guarded {
    public void unannotated() {}

    @RolesAllowed("method")
    public void annotated() {}

    @PermitAll
    public void open() {}

    @DenyAll
    public void shut() {}

    @DenyAll
    @RolesAllowed("method")
    @PermitAll
    public void contradictory() {}

    @RolesAllowed("method")
    @PermitAll
    public void halfContradictory() {}
  }

  static class Plain {
    public void unannotated() {}

    public void inherited() {}

    @RolesAllowed("super")
    public void overridden() {}
  }

  @DenyAll
  static class Shut {
    public void unannotated() {}

    @PermitAll
    public void open() {}
  }

  @RolesAllowed("sub")
  static class GuardedHeir extends Plain {}

  static class PlainHeir extends Guarded {}

  static class Overriding extends Plain {
    @Override
    public void overridden() {}
  }

  interface Crud<T> {
    @RolesAllowed("interface")
    void save(T item);
  }

  static class Orders implements Crud<String> {
    @Override
    public void save(String item) {}
  }

  @RolesAllowed("orders")
  static class GuardedOrders implements Crud<String> {
    @Override
    public void save(String item) {}
  }

  interface Opening {
    @PermitAll
    void look();
  }

  @RolesAllowed("class")
  static class NotOpened implements Opening {
    @Override
    public void look() {}
  }

  @DenyAll
  interface Sealing {
    void look();
  }

  static class Sealed implements Sealing {
    @Override
    public void look() {}
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(Guarded.class, "unannotated", "[class]", "[class]"),
        Arguments.of(Guarded.class, "annotated", "[method]", "[method]"),
        Arguments.of(Guarded.class, "open", "everyone", "everyone"),
        Arguments.of(Guarded.class, "shut", "nobody", "nobody"),
        Arguments.of(Guarded.class, "contradictory", "nobody", "nobody"),
        Arguments.of(Guarded.class, "halfContradictory", "[method]", "[method]"),
        Arguments.of(Plain.class, "unannotated", "none", "none"),
        Arguments.of(Shut.class, "unannotated", "nobody", "nobody"),
        Arguments.of(Shut.class, "open", "everyone", "everyone"),
        Arguments.of(GuardedHeir.class, "inherited", "[sub]", "[sub]"),
        Arguments.of(GuardedHeir.class, "overridden", "[super]", "[super]"),
        Arguments.of(PlainHeir.class, "unannotated", "[class]", "[class]"),
        Arguments.of(Overriding.class, "overridden", "none", "[super]"),
        Arguments.of(Orders.class, "save", "none", "[interface]"),
        Arguments.of(GuardedOrders.class, "save", "[orders]", "[interface]"),
        Arguments.of(NotOpened.class, "look", "[class]", "[class]"),
        Arguments.of(Sealed.class, "look", "none", "nobody"));
  }

  @ParameterizedTest(name = "{0}.{1}: bean {2}, resource {3}")
  @MethodSource("rules")
  void readsAnnotations(Class<?> type, String method, String ofBean, String ofResource) {
    assertThat(AccessRule.of(method(type, method), type).map(this::text).orElse("none"))
        .isEqualTo(ofBean);
    assertThat(AccessRule.ofResource(method(type, method), type).map(this::text).orElse("none"))
        .isEqualTo(ofResource);
  }

  @Test
  void admitsWhoHasOneOfTheRoles() {
    AccessRule rule = roles("user", "admin");

    assertThat(rule.admits(Set.of("admin")::contains)).isTrue();
    assertThat(rule.admits(Set.of("guest")::contains)).isFalse();
  }

  @Test
  void admitsEveryProvenCallerByTwoStars() {
    assertThat(roles("**").admits(role -> false)).isTrue();
    assertThat(roles("*").admits(role -> false)).isFalse();
  }

  @Test
  void admitsNobodyByAnEmptyList() {
    assertThat(roles().admits(role -> true)).isFalse();
  }

  @Test
  void admitsNobodyWhereDenied() {
    AccessRule rule = AccessRule.of(method(Shut.class, "unannotated"), Shut.class).orElseThrow();

    assertThat(rule.admits(role -> true)).isFalse();
    assertThat(rule.isShut()).isTrue();
  }

  private static AccessRule roles(String... roles) {
    return new AccessRule(AccessRule.Access.ROLES, Set.copyOf(List.of(roles)));
  }

  private String text(AccessRule rule) {
    return switch (rule.access()) {
      case EVERYONE -> "everyone";
      case NOBODY -> "nobody";
      case ROLES -> rule.roles().toString();
    };
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }
}
