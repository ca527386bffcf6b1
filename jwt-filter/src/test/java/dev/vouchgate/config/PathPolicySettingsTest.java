package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPolicySettingsTest {
  private static final SettingsUnderTest ADMIN =
      issuerOnly()
          .with("vouchgate.policy.admin.paths", "/admin/*")
          .with("vouchgate.policy.admin.roles", "admin");

  @Test
  void hasNoPolicyAndOpensUnnamedPathsWhereNothingIsSaid() {
    RequestSettings request = issuerOnly().read().request();
    assertThat(request.policies()).isEmpty();
    assertThat(request.denyUnnamedPaths()).isFalse();
  }

  @Test
  void readsPathsMethodsAndRoles() {
    RequestSettings request =
        ADMIN
            .with("vouchgate.policy.admin.paths", " /admin/* ,*.do")
            .with("vouchgate.policy.admin.methods", "POST, DELETE,VERSION-CONTROL")
            .with("vouchgate.policy.admin.roles", "admin, back office")
            .with("vouchgate.policy.default", "deny")
            .read()
            .request();
    assertThat(request.policies())
        .containsExactly(
            new PathPolicy(
                "admin",
                List.of("/admin/*", "*.do"),
                Set.of("POST", "DELETE", "VERSION-CONTROL"),
                Set.of("admin", "back office")));
    assertThat(request.denyUnnamedPaths()).isTrue();
  }

  @Test
  void keepsPoliciesInTheOrderOfTheirNames() {
    RequestSettings request =
        ADMIN
            .with("vouchgate.policy.b.paths", "/b")
            .with("vouchgate.policy.b.roles", "**")
            .with("vouchgate.policy.a.b.paths", "/a")
            .with("vouchgate.policy.a.b.roles", "**")
            .read()
            .request();
    assertThat(request.policies())
        .extracting(PathPolicy::name)
        .containsExactly("a.b", "admin", "b");
  }

  @Test
  void takesAPolicyNamedDefault() {
    assertThat(
            issuerOnly()
                .with("vouchgate.policy.default.paths", "/x")
                .with("vouchgate.policy.default.roles", "**")
                .read()
                .request()
                .policies())
        .extracting(PathPolicy::name)
        .containsExactly("default");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/", "/*", "/a", "/a/b/*", "/a b", "/größe", "*.pdf", "*.tar.gz", "/a.b"})
  void takesPaths(String path) {
    assertThat(ADMIN.with("vouchgate.policy.admin.paths", path).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "admin",
        "admin/*",
        "/admin*",
        "/admin/**",
        "/*/admin",
        "/a/*.pdf",
        "*",
        "*pdf",
        "*.",
        "*.a/b",
        "/a?b",
        "/a;b",
        "/a#b",
        "/a//b",
        "/a/../b",
        "/./a",
        "/a/..",
        "/a%2Fb",
        "/a\\b",
        "http://example.com/admin",
        "/good,bad",
      })
  void refusesPathsThatNoRequestCouldMatch(String paths) {
    assertThat(ADMIN.with("vouchgate.policy.admin.paths", paths).problems())
        .containsExactly(
            "vouchgate.policy.admin.paths: was "
                + paths
                + "; expected paths such as /orders, /admin/* or *.pdf");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"get", "Post", "GET POST", "GET,post", "G/T", "*", ","})
  void refusesMethodsThatNoRequestCouldHave(String methods) {
    assertThat(ADMIN.with("vouchgate.policy.admin.methods", methods).problems())
        .containsExactly(
            "vouchgate.policy.admin.methods: was "
                + methods
                + "; expected methods in capitals, such as POST");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", ","})
  void refusesAPolicyWithoutRoles(String roles) {
    assertThat(ADMIN.with("vouchgate.policy.admin.roles", roles).problems())
        .containsExactly(
            "vouchgate.policy.admin.roles: was "
                + (roles.isEmpty() ? "not set" : roles)
                + "; expected roles, or ** for any proven caller");
  }

  @Test
  void refusesTheRoleThatNobodyHas() {
    assertThat(ADMIN.with("vouchgate.policy.admin.roles", "*").problems())
        .containsExactly(
            "vouchgate.policy.admin.roles: was *; expected roles, or ** for any proven caller");
  }

  @Test
  void refusesAPolicyWithoutPaths() {
    SettingsUnderTest settings =
        issuerOnly()
            .with("vouchgate.policy.admin.methods", "POST")
            .with("vouchgate.policy.admin.roles", "admin");
    assertThat(settings.problems())
        .containsExactly(
            "vouchgate.policy.admin.paths: was not set;"
                + " expected paths such as /orders, /admin/* or *.pdf");
  }
}
