package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredRolesTest {

  @RolesAllowed({"user", "admin"})
  static class OnTheClass {}

  @DeclareRoles("auditor")
  static class OnMethods {
    @RolesAllowed("buyer")
    void open() {}

    @RolesAllowed("clerk")
    void hidden() {}
  }

  @RolesAllowed({"**", "*", "", "user"})
  static class WithSpecialNames {}

  @Test
  void findsRolesOnClassesAndMethods() {
    assertThat(DeclaredRoles.in(Set.of(OnTheClass.class, OnMethods.class)))
        .containsExactly("admin", "auditor", "buyer", "clerk", "user");
  }

  @Test
  void leavesOutTheNamesThatMeanEverybody() {
    assertThat(DeclaredRoles.in(Set.of(WithSpecialNames.class))).containsExactly("user");
  }
}
