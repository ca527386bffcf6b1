package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.BearerChallenge;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.filter.Realm;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolesAllowedInterceptorTest {
  private static Application application;

  /** Guarded as a whole. */
  @ApplicationScoped
  @RolesAllowed("user")
  public static class Orders extends Base {
    public String forUsers() {
      return "done";
    }

    @RolesAllowed({"admin", "auditor"})
    public String forAdmins() {
      return "done";
    }

    @RolesAllowed("**")
    public String forProven() {
      return "done";
    }

    @PermitAll
    public String forEveryone() {
      return "done";
    }

    @DenyAll
    public String forNobody() {
      return "done";
    }

    @Traced
    public String traced() {
      return "done";
    }
  }

  /** Has no annotation. */
  public static class Base {
    public String inherited() {
      return "done";
    }
  }

  /** Guarded method by method. */
  @Dependent
  public static class Totals {
    public String unannotated() {
      return "done";
    }

    @RolesAllowed("admin")
    public String annotated() {
      return "done";
    }
  }

  /** Guarded by the REST feature, but for the locator. */
  @Path("/orders")
  @ApplicationScoped
  @RolesAllowed("admin")
  public static class Resource {
    @GET
    public String resource() {
      return "done";
    }

    @Path("/sub")
    public String locator() {
      return "done";
    }
  }

  /** An interceptor of the application's. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Traced {}

  @Traced
  @Interceptor
  @Priority(Interceptor.Priority.LIBRARY_BEFORE)
  static class Tracing {
    @AroundInvoke
    Object trace(InvocationContext context) {
      throw new IllegalStateException("the application came first");
    }
  }

  @BeforeAll
  static void deploy() {
    application = Application.of(Orders.class, Totals.class, Resource.class, Tracing.class);
  }

  @AfterAll
  static void undeploy() {
    application.close();
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call("class", () -> orders().forUsers(), 401, 200, 200),
        call("method", () -> orders().forAdmins(), 401, 403, 200),
        call("**", () -> orders().forProven(), 401, 200, 200),
        call("@PermitAll in a guarded class", () -> orders().forEveryone(), 200, 200, 200),
        call("@DenyAll", () -> orders().forNobody(), 403, 403, 403),
        call("inherited", () -> orders().inherited(), 401, 200, 200),
        call("unannotated", () -> totals().unannotated(), 200, 200, 200),
        call("annotated", () -> totals().annotated(), 401, 403, 200),
        call("REST method", () -> application.bean(Resource.class).resource(), 200, 200, 200),
        call("REST locator", () -> application.bean(Resource.class).locator(), 401, 403, 200));
  }

  private static Arguments call(String name, Call call, int nobody, int user, int admin) {
    return Arguments.of(Named.of(name, call), nobody, user, admin);
  }

  /** A call that answers "done". */
  interface Call {
    String run();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @MethodSource("calls")
  void admitsWhomTheAnnotationsName(Call call, int nobody, int user, int admin) throws Exception {
    assertThat(status(application.anonymous(), call)).isEqualTo(nobody);
    assertThat(status(application.bearing(TestTokens.alice()), call)).isEqualTo(user);
    assertThat(
            status(application.bearing(TestTokens.with("groups", Set.of("admin", "user"))), call))
        .isEqualTo(admin);
  }

  @Test
  void challengesWhoIsUnknown() {
    assertThatThrownBy(() -> application.during(application.anonymous(), orders()::forUsers))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            refused ->
                assertThat(refused.challenge().wwwAuthenticate())
                    .hasValue("Bearer realm=\"vouchgate\""));
  }

  @Test
  void saysThatTheScopeIsInsufficient() {
    FakeRequest alice = application.bearing(TestTokens.alice());

    assertThatThrownBy(() -> application.during(alice, orders()::forAdmins))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            refused ->
                assertThat(refused.challenge().wwwAuthenticate().orElse(""))
                    .contains("error=\"insufficient_scope\""));
  }

  @Test
  void believesTheContainersRolesToo() throws Exception {
    FakeRequest bob = application.anonymous();
    bob.principal = () -> "bob";
    bob.containerRoles = Set.of("user");

    assertThat(status(bob, () -> orders().forUsers())).isEqualTo(200);
  }

  @Test
  void goesByTheTokenWhereTheContainerFailsToTellRoles() throws Exception {
    FakeRequest alice = application.bearing(TestTokens.alice());
    alice.containerRoles = null;

    assertThat(status(alice, () -> orders().forUsers())).isEqualTo(200);
    assertThat(status(alice, () -> orders().forAdmins())).isEqualTo(403);
  }

  @Test
  void doesNotAskForATokenWhoCameWithoutOneAndIsKnown() {
    FakeRequest bob = application.anonymous();
    bob.principal = () -> "bob";

    assertThatThrownBy(() -> application.during(bob, orders()::forUsers))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            refused -> {
              assertThat(refused.challenge().status()).isEqualTo(403);
              assertThat(refused.challenge().wwwAuthenticate()).isEmpty();
            });
  }

  @Test
  void comesBeforeTheApplicationsInterceptors() {
    assertThatThrownBy(() -> application.during(application.anonymous(), orders()::traced))
        .isInstanceOf(AccessRefusedException.class);
  }

  @Test
  void refusesOutsideOfARequest() {
    assertThatThrownBy(() -> totals().annotated())
        .isInstanceOf(AccessRefusedException.class)
        .hasRootCauseMessage(
            "Outside of a request there is no caller with one of the roles [admin]");
    assertThatThrownBy(() -> orders().forProven()).isInstanceOf(SecurityException.class);
  }

  @Test
  void challengesWhoHasBeenLoggedOut() {
    FakeRequest alice = application.bearing(TestTokens.alice());
    BearerAuthenticator gate = BearerAuthenticator.of(application.context.context);
    ContainerDoor.markAsked(alice.request, gate);

    assertThatThrownBy(() -> application.during(alice, orders()::forUsers))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            refused ->
                assertThat(refused.challenge())
                    .isEqualTo(BearerChallenge.withoutCredentials(Realm.of("vouchgate"))));
  }

  private static int status(FakeRequest request, Call call) throws Exception {
    try {
      assertThat(application.during(request, call::run)).isEqualTo("done");
      return 200;
    } catch (AccessRefusedException e) {
      return e.challenge().status();
    }
  }

  private static Orders orders() {
    return application.bean(Orders.class);
  }

  private static Totals totals() {
    return application.bean(Totals.class);
  }
}
