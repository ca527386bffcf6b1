package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.PathPolicy;
import dev.vouchgate.config.RequestSettings;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which policies a request must satisfy, and what its caller lacks. */
class PathPoliciesTest {
  private static final Optional<VerifiedJwt> NOBODY = Optional.empty();
  private static Optional<VerifiedJwt> user = Optional.empty();
  private static Optional<VerifiedJwt> admin = Optional.empty();

  @BeforeAll
  static void proveCallers() throws RejectedException {
    try (Gate gate = GateUnderTest.withSecret().gate()) {
      user = Optional.of(gate.verify(Tokens.valid("HS256").compact()));
      admin =
          Optional.of(
              gate.verify(
                  Tokens.valid("HS256").claim("groups", List.of("user", "admin")).compact()));
    }
  }

  @ParameterizedTest(name = "{0} is for {1}{2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "/admin,     /admin,          -,         true",
        "/admin,     /admin/,         -,         true",
        "/admin,     '',              /admin,    true",
        "/admin,     /admin,          /,         true",
        "/admin,     /admin/x,        -,         false",
        "/admin,     /Admin,          -,         false",
        "/admin,     /admin;x,        -,         true",
        "/admin,     /admin;x/y;z,    -,         true",
        "/admin/*,   /admin;x/y;z,    -,         true",
        "/admin/*,   /x;/admin,       -,         false",
        "/admin/,    /admin,          -,         true",
        "/admin/,    /admin/x,        -,         false",
        "/admin/*,   /admin,          -,         true",
        "/admin/*,   /admin/,         -,         true",
        "/admin/*,   /admin/x/y,      -,         true",
        "/admin/*,   /admin,          /x,        true",
        "/admin/*,   '',              /admin/x,  true",
        "/admin/*,   //admin//x,      -,         true",
        "/admin/*,   /admin;a=b,      /x,        true",
        "/admin/*,   /;a/admin;b/x,   -,         true",
        "*.pdf,      /a/b.pdf;v=1,    -,         true",
        "/admin/*,   /adminx,         -,         false",
        "/admin/*,   /x/admin/y,      -,         false",
        "/*,         '',              -,         true",
        "/*,         '',              /,         true",
        "/*,         /a/b,            -,         true",
        "/,          '',              -,         true",
        "/,          '',              /,         true",
        "/,          /a,              -,         false",
        "*.pdf,      /a/b.pdf,        -,         true",
        "*.pdf,      /rest,           /b.pdf,    true",
        "*.pdf,      /a/b.pdf/,       -,         true",
        "*.pdf,      /a.pdf/b,        -,         false",
        "*.pdf,      /a/bpdf,         -,         false",
        "*.pdf,      /a/b.PDF,        -,         false",
        "*.pdf,      /a/.pdf,         -,         true",
      })
  void matches(String pattern, String servletPath, String pathInfo, boolean expected) {
    PathPolicies policies = policies(false, policy("p", pattern, Set.of(), "admin"));
    assertThat(
            policies.missing(StubRequest.to(servletPath, pathInfo).request(), NOBODY).isPresent())
        .isEqualTo(expected);
  }

  @Test
  void saysWhichRolesTheCallerLacks() {
    PathPolicies policies = policies(false, policy("p", "/admin/*", Set.of(), "clerk", "admin"));
    assertThat(policies.missing(StubRequest.to("/admin/x").request(), user))
        .contains(Set.of("admin", "clerk"));
    assertThat(policies.missing(StubRequest.to("/admin/x").request(), NOBODY))
        .contains(Set.of("admin", "clerk"));
    assertThat(policies.missing(StubRequest.to("/admin/x").request(), admin)).isEmpty();
  }

  @Test
  void letsAnyProvenCallerPassTwoStars() {
    PathPolicies policies = policies(false, policy("p", "/*", Set.of(), "**"));
    assertThat(policies.missing(StubRequest.to("/x").request(), user)).isEmpty();
    assertThat(policies.missing(StubRequest.to("/x").request(), NOBODY)).contains(Set.of("**"));
  }

  @Test
  void wantsEveryPolicyThatMatchesToPass() {
    PathPolicies policies =
        policies(
            false,
            policy("a", "/shop/*", Set.of(), "user"),
            policy("b", "/shop/till/*", Set.of(), "admin"),
            policy("c", "*.pdf", Set.of("GET"), "reader"));
    assertThat(policies.missing(StubRequest.to("/shop/x").request(), user)).isEmpty();
    assertThat(policies.missing(StubRequest.to("/shop/till/x").request(), user))
        .contains(Set.of("admin"));
    assertThat(policies.missing(StubRequest.to("/shop/till/x").request(), admin)).isEmpty();
    assertThat(policies.missing(StubRequest.to("/shop/till/x.pdf").request(), admin))
        .contains(Set.of("reader"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "POST, true",
    "DELETE, true",
    "GET, false",
    "HEAD, false",
    "OPTIONS, false",
    "post, false",
    "PROPFIND, false",
  })
  void deniesTheMethodsThatAPathIsNotNamedFor(String method, boolean passes) {
    PathPolicies policies = policies(false, policy("p", "/x", Set.of("POST", "DELETE"), "admin"));
    Optional<Set<String>> missing =
        policies.missing(StubRequest.to("/x").method(method).request(), admin);
    assertThat(missing).isEqualTo(passes ? Optional.empty() : Optional.of(Set.of()));
  }

  @Test
  void asksOnlyThePoliciesForTheMethodIfThereAreAny() {
    PathPolicies policies =
        policies(
            false,
            policy("read", "/x", Set.of("GET"), "**"),
            policy("write", "/x", Set.of("POST"), "admin"));
    assertThat(policies.missing(StubRequest.to("/x").method("GET").request(), user)).isEmpty();
    assertThat(policies.missing(StubRequest.to("/x").method("POST").request(), user))
        .contains(Set.of("admin"));
    assertThat(policies.missing(StubRequest.to("/x").method("PUT").request(), admin))
        .contains(Set.of());
  }

  @Test
  void opensPathsThatNoPolicyNames() {
    PathPolicies policies = policies(false, policy("p", "/x", Set.of(), "admin"));
    assertThat(policies.missing(StubRequest.to("/y").request(), NOBODY)).isEmpty();
  }

  @Test
  void deniesPathsThatNoPolicyNamesIfTold() {
    PathPolicies policies = policies(true, policy("p", "/x", Set.of(), "user"));
    assertThat(policies.missing(StubRequest.to("/y").request(), admin)).contains(Set.of());
    assertThat(policies.missing(StubRequest.to("/x").request(), user)).isEmpty();
  }

  /** What a container has not made plain is nobody's, whichever policy it might have meant. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"/x/../admin", "/./admin", "/x/..", "/admin/.", "/..", "/x\\..\\admin"})
  void deniesAPathThatStillHasDotSegments(String path) {
    PathPolicies policies = policies(false, policy("p", "/admin/*", Set.of(), "admin"));
    assertThat(policies.missing(StubRequest.to(path).request(), admin)).contains(Set.of());
  }

  /** The container has followed them; what serves the request may not have. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/rest/admin/..",
        "/rest/admin/../open",
        "/rest/admin/./../open",
        "/rest/admin/%2e%2e/open",
        "/rest/admin/.%2E/open",
        "/rest/admin/..;/open",
        "/rest/admin/..;a=b/open",
        "/rest/admin/..%3b/open",
        "/rest/admin/..%2fopen",
        "/rest/admin%2F..%2Fopen",
        "/rest/admin/x%3B/../../open",
        "/rest/admin/..\\open",
        "/rest/admin%5C..%5Copen",
        "/rest/admin/%2e",
        "/rest/admin//..//open",
      })
  void deniesAnAddressThatWasSentWithDotSegments(String sent) {
    PathPolicies policies = policies(false, policy("p", "/rest/admin/*", Set.of(), "admin"));
    StubRequest request = StubRequest.to("/rest", "/open").sentAs(sent);
    assertThat(policies.missing(request.request(), admin)).contains(Set.of());
    assertThat(policies(false).missing(request.request(), NOBODY)).isEmpty();
    // What the application itself forwards to may be written as it likes.
    assertThat(policies.missing(request.dispatched(DispatcherType.FORWARD).request(), NOBODY))
        .isEmpty();
  }

  @Test
  void takesWhatIsNoEncodingAsItIs() {
    PathPolicies policies = policies(false, policy("p", "/orders%zz", Set.of(), "admin"));
    StubRequest request = StubRequest.to("/orders%zz/x").sentAs("/orders%zz;/x");
    assertThat(policies.missing(request.request(), user)).contains(Set.of("admin"));
  }

  /** Some containers serve what stands before the first semicolon. */
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "/orders;/x,            /orders/x",
    "/orders;a=b/x,         /orders/x",
    "/%6frders;a=b;c/x;d=e, /orders/x",
    "/orders;,              /orders",
    "/orders/;/,            /orders/x",
    "/orders;%zz/x,         /orders/x",
  })
  void asksForWhatStandsBeforeParametersToo(String sent, String mapped) {
    PathPolicies policies = policies(false, policy("p", "/orders", Set.of(), "admin"));
    StubRequest request = StubRequest.to(mapped).sentAs(sent);
    assertThat(policies.missing(request.request(), user)).contains(Set.of("admin"));
    assertThat(policies.missing(request.request(), admin)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/rest/open/.well-known,     /open/.well-known",
    "/rest/open/a..b,            /open/a..b",
    "/rest/open/...,             /open/...",
    "/rest/open/..a/a..,         /open/..a/a..",
    "/rest/open/%2ehidden,       /open/.hidden",
    "/rest/open/100%25/b%20c,    /open/100%/b c",
    "/rest/open/%252e%252e/x,    /open/%2e%2e/x",
    "/rest/open;v=1..2,          /open",
  })
  void mindsNoOtherDots(String sent, String info) {
    PathPolicies policies = policies(false, policy("p", "/rest/admin/*", Set.of(), "admin"));
    assertThat(policies.missing(StubRequest.to("/rest", info).sentAs(sent).request(), NOBODY))
        .isEmpty();
  }

  /** Open Liberty may remember a place for an address that is another's. */
  @ParameterizedTest(name = "{0}{2} as {1}{2}{3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "/shop, /catalog,       /vault,  og",
        "/shop, /public,        /vault1, -",
        "/shop, /catalog;x=y,   /vault,  og",
        "/shop, /c%61talog,     /vault,  og",
        "/shop, /ab//admin/x,   /rest,   admin/x",
        "/shop, /ab%2F/admin/x, /rest,   admin/x",
        "/shop, /catalog/x,     /catalog, -",
        "/shop, /catalogs,      /catalog, -",
        "'',    /catalog,       /vault,  og",
      })
  void deniesAnAddressThatWasMappedElsewhere(
      String context, String sent, String servletPath, String info) {
    PathPolicies policies = misplaced(policy("p", "/other", Set.of(), "admin"));
    StubRequest request =
        StubRequest.to(servletPath, info).address("127.0.0.1", context + sent, context);
    assertThat(policies.missing(request.request(), admin)).contains(Set.of());
    assertThat(misplaced().missing(request.request(), admin)).contains(Set.of());
    assertThat(policies.missing(request.dispatched(DispatcherType.FORWARD).request(), NOBODY))
        .isEmpty();
  }

  @Test
  void takesAnAddressThatWasRewrittenForItsPlaceWhereNobodyMisplacesAny() {
    PathPolicies policies = policies(false, policy("p", "/vault", Set.of(), "admin"));
    StubRequest rewritten = StubRequest.to("/vault").address("127.0.0.1", "/shop/old", "/shop");
    assertThat(policies.missing(rewritten.request(), admin)).isEmpty();
    assertThat(policies.missing(rewritten.request(), NOBODY)).contains(Set.of("admin"));
  }

  @Test
  void deniesAnAddressOfAnotherApplication() {
    StubRequest request = StubRequest.to("/x").address("127.0.0.1", "/open/x", "/shop");
    assertThat(misplaced().missing(request.request(), admin)).contains(Set.of());
  }

  /** However it is written: what containers decode, leave out or add is no other place. */
  @ParameterizedTest(name = "{0}{1} as {2}{3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "/shop,       /shop/a/b,                   /a,          /b",
        "/shop,       /shop,                       '',          -",
        "/shop,       /shop,                       '',          /",
        "/shop,       /shop/,                      /,           -",
        "/shop,       /shop/,                      /index.html, -",
        "/shop,       /shop/a/,                    /a/index.jsp, -",
        "'',          /,                           /index.html, -",
        "'',          /,                           '',          /",
        "/shop,       //shop//a//b/,               /a,          /b",
        "/shop,       //shop//a//b/,               /a,          //b/",
        "/shop,       /shop/a/b/,                  /a,          /b",
        "/shop,       /shop;c=d/a;e=f/b;g,         /a,          /b",
        "/shop;c=d,   /shop;c=d/a;e=f/b;g,         /a,          /b;g",
        "/shop,       /sho%70/%61/b%20c+d%2Be,     /a,          /b c+d+e",
        "/shop,       /shop/a/b%20c+d%2Be,         /a,          /b c d+e",
        "/sho%70,     /sho%70/a,                   /a,          -",
        "/b%C3%BCro,  /b%c3%bcro/caf%C3%A9,        /café,       -",
        "/büro,       /b%C3%BCro/caf%C3%A9,        /café,       -",
        "/shop,       /shop/a/b%2Fc%5Cd,           /a,          /b%2fc%5cd",
        "/shop,       /shop/a/b%2Fc%3Bd,           /a,          /b/c;d",
        "/shop,       /shop/a/100%25,              /a,          /100%",
        "/shop,       /shop/a%zz,                  /a%zz,       -",
      })
  void findsAnAddressInItsPlace(String context, String sent, String servletPath, String info) {
    StubRequest request = StubRequest.to(servletPath, info).address("127.0.0.1", sent, context);
    assertThat(misplaced().missing(request.request(), NOBODY)).isEmpty();
  }

  @Test
  void leavesSuchAPathToTheApplicationIfThereIsNoPolicy() {
    assertThat(policies(false).missing(StubRequest.to("/x/../y").request(), NOBODY)).isEmpty();
  }

  /** During an include the request's own path is still that of the page. */
  @Test
  void judgesAnIncludeByWhatIsIncluded() {
    PathPolicies policies = policies(false, policy("p", "/admin/*", Set.of(), "admin"));
    StubRequest include =
        StubRequest.to("/page")
            .dispatched(DispatcherType.INCLUDE)
            .attribute(RequestDispatcher.INCLUDE_SERVLET_PATH, "/admin")
            .attribute(RequestDispatcher.INCLUDE_PATH_INFO, "/fragment");
    assertThat(policies.missing(include.request(), user)).contains(Set.of("admin"));
    assertThat(policies.missing(include.request(), admin)).isEmpty();
    StubRequest named = StubRequest.to("/page").dispatched(DispatcherType.INCLUDE);
    assertThat(policies.missing(named.request(), user)).isEmpty();
  }

  private static PathPolicies policies(boolean denyUnnamed, PathPolicy... policies) {
    return new PathPolicies(settings(denyUnnamed, policies), false);
  }

  /** On Open Liberty. */
  private static PathPolicies misplaced(PathPolicy... policies) {
    return new PathPolicies(settings(false, policies), true);
  }

  private static RequestSettings settings(boolean denyUnnamed, PathPolicy... policies) {
    return new RequestSettings(
        Optional.empty(), Optional.empty(), "test", List.of(policies), denyUnnamed);
  }

  private static PathPolicy policy(String name, String path, Set<String> methods, String... roles) {
    return new PathPolicy(name, List.of(path), methods, Set.of(roles));
  }
}
