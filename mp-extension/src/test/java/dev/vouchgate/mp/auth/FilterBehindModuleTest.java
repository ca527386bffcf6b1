package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.filter.JwtFilter;
import dev.vouchgate.mp.testing.Fake;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.FakeResponse;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What the servlet filter passes on of a request that the container has asked the module about. */
class FilterBehindModuleTest {
  private final FakeContext application = new FakeContext();
  private final FakeRequest alice = FakeRequest.bearing(application, TestTokens.alice());

  /** How the container configures the filter. */
  public record Config(ServletContext getServletContext) {}

  @Test
  void keepsThePrincipalThatTheContainerKnows() throws Exception {
    askedAndKnown();

    assertThat(passedOn().getUserPrincipal()).isSameAs(alice.principal);
  }

  @Test
  void addsTheRolesThatTheContainerDoesNotKnow() throws Exception {
    askedAndKnown();
    alice.containerRoles = Set.of("mapped by the container");

    HttpServletRequest request = passedOn();

    assertThat(request.isUserInRole("mapped by the container")).isTrue();
    assertThat(request.isUserInRole("buyer")).isTrue();
    assertThat(request.isUserInRole("admin")).isFalse();
  }

  /** There some containers tell the roles of whoever the thread was made under. */
  @Test
  void goesByTheTokenAloneOnAnotherThread() throws Exception {
    askedAndKnown();
    HttpServletRequest request = passedOn();
    alice.containerRoles = Set.of("admin");

    FutureTask<List<Boolean>> roles =
        new FutureTask<>(
            () -> List.of(request.isUserInRole("buyer"), request.isUserInRole("admin")));
    Thread thread = new Thread(roles);
    thread.start();
    thread.join();

    assertThat(roles.get()).containsExactly(true, false);
    assertThat(request.isUserInRole("admin")).isTrue();
  }

  /** Every proven caller's. */
  @Test
  void knowsTheRoleOfAllOnAnyThread() throws Exception {
    askedAndKnown();
    HttpServletRequest request = passedOn();

    assertThat(request.isUserInRole("**")).isTrue();
    assertThat(request.isUserInRole("*")).isFalse();

    alice.principal = null;
    assertThat(request.isUserInRole("**")).isFalse();
  }

  @Test
  void takesRolesAwayAtLogout() throws Exception {
    askedAndKnown();
    HttpServletRequest request = passedOn();

    alice.principal = null;

    assertThat(request.isUserInRole("buyer")).isFalse();
  }

  @Test
  void doesNotBringBackWhoHasBeenLoggedOut() throws Exception {
    ContainerDoor.markAsked(alice.request, BearerAuthenticator.of(application.context));

    assertThat(passedOn().getUserPrincipal()).isNull();
  }

  @Test
  void namesTheCallerWhereTheContainerHasNotAsked() throws Exception {
    assertThat(passedOn().getUserPrincipal().getName()).isEqualTo("alice");
  }

  private void askedAndKnown() {
    ContainerDoor.markAsked(alice.request, BearerAuthenticator.of(application.context));
    alice.principal = () -> "alice";
  }

  private HttpServletRequest passedOn() throws Exception {
    JwtFilter filter = new JwtFilter();
    filter.init(Fake.of(FilterConfig.class, new Config(application.context)));
    List<HttpServletRequest> passed = new ArrayList<>();
    filter.doFilter(
        alice.request,
        new FakeResponse().response,
        (request, response) -> passed.add((HttpServletRequest) request));
    return passed.get(0);
  }
}
