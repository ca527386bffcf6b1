package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.mp.caller.CurrentCaller;
import dev.vouchgate.mp.testing.Fake;
import dev.vouchgate.mp.testing.HiddenApis;
import dev.vouchgate.mp.testing.TestTokens;
import dev.vouchgate.mp.token.EmptyJsonWebToken;
import dev.vouchgate.mp.token.JsonWebTokenAdapter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import jakarta.security.jacc.PolicyContextHandler;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the caller is where there is no servlet request: in a timer, a message, an async method. */
class ContainerCallerTest {
  private static final JsonWebToken ALICE =
      new JsonWebTokenAdapter(TestTokens.verified(TestTokens.alice()));

  private static final Subject ALICES = new Subject(true, Set.of(ALICE), Set.of(), Set.of());

  /** What the container's SecurityContext is asked. */
  public record Caller(JsonWebToken token, boolean isThere) {
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
      return Set.of(type.cast(token));
    }

    public Principal getCallerPrincipal() {
      return isThere ? token : null;
    }

    public boolean isCallerInRole(String role) {
      return isThere && token.getGroups().contains(role);
    }
  }

  /** Gives the application a SecurityContext. */
  @Dependent
  static class Security {
    @Produces SecurityContext context = Fake.of(SecurityContext.class, new Caller(ALICE, true));
  }

  /**
   * Gives the application a SecurityContext that has forgotten its caller, but not the principals.
   */
  @Dependent
  static class StaleSecurity {
    @Produces SecurityContext context = Fake.of(SecurityContext.class, new Caller(ALICE, false));
  }

  /** Gives the application a SecurityContext that fails to tell the caller, as GlassFish 8's. */
  @Dependent
  static class FailingSecurity {
    @Produces
    SecurityContext context = Fake.of(SecurityContext.class, new Failing(ALICE, Optional.empty()));
  }

  /** Gives the application a SecurityContext that fails to tell the roles of its caller. */
  @Dependent
  static class RolelessSecurity {
    @Produces
    SecurityContext context =
        Fake.of(SecurityContext.class, new Failing(ALICE, Optional.of(ALICE)));
  }

  /** What a container says on a thread that is not its own. */
  public record Failing(JsonWebToken token, Optional<JsonWebToken> caller) {
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
      return Set.of(type.cast(token));
    }

    public Principal getCallerPrincipal() {
      return caller.orElseThrow();
    }

    public boolean isCallerInRole(String role) {
      return Optional.<Boolean>empty().orElseThrow();
    }
  }

  /** Gives the application a SecurityContext whose caller is not null where nobody calls. */
  @Dependent
  static class AnonymousSecurity {
    @Produces SecurityContext context = Fake.of(SecurityContext.class, new Anonymous("anonymous"));
  }

  /** The same in a server that calls nobody something else. */
  @Dependent
  static class UnauthenticatedSecurity {
    @Produces
    SecurityContext context = Fake.of(SecurityContext.class, new Anonymous("UNAUTHENTICATED"));
  }

  /** What some containers' SecurityContext says of nobody. */
  public record Anonymous(String name) {
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
      return Set.of();
    }

    public Principal getCallerPrincipal() {
      return () -> name;
    }

    public boolean isCallerInRole(String role) {
      return false;
    }
  }

  /** A guarded bean. */
  @Dependent
  static class Orders {
    @RolesAllowed("user")
    String forUsers() {
      return "done";
    }

    @RolesAllowed("admin")
    String forAdmins() {
      return "done";
    }

    @RolesAllowed("**")
    String forProven() {
      return "done";
    }
  }

  /** A container's Subject, as Jakarta Authorization hands it out, in any policy context or one. */
  private record Subjects(Optional<Subject> subject, Optional<String> policyContext)
      implements PolicyContextHandler {
    @Override
    public boolean supports(String key) {
      return key.equals("javax.security.auth.Subject.container");
    }

    @Override
    public String[] getKeys() {
      return new String[] {"javax.security.auth.Subject.container"};
    }

    @Override
    public Object getContext(String key, Object data) {
      policyContext.ifPresent(id -> assertThat(PolicyContext.getContextID()).isEqualTo(id));
      return subject.orElseThrow();
    }
  }

  /** A thread of the container's. */
  private static final class ManagedThread extends Thread implements ManageableThread {
    ManagedThread(Runnable task) {
      super(task);
    }

    @Override
    public boolean isShutdown() {
      return false;
    }
  }

  /** Run where there is neither Jakarta Security nor Authorization. */
  public static final class WithoutSecurity implements Runnable {
    @Override
    public void run() {
      try (Application application = Application.of(Orders.class)) {
        assertThat(application.bean(MpJwtExtension.class).caller().token())
            .isSameAs(EmptyJsonWebToken.INSTANCE);
        assertThatThrownBy(() -> application.bean(Orders.class).forUsers())
            .isInstanceOf(SecurityException.class);
      }
    }
  }

  @Test
  void isWhoTheSecurityContextSays() {
    try (Application application = Application.of(Orders.class, Security.class)) {
      Orders orders = application.bean(Orders.class);

      assertThat(application.bean(MpJwtExtension.class).caller().token()).isEqualTo(ALICE);
      assertThat(application.bean(JsonWebToken.class).getRawToken()).isEqualTo(TestTokens.alice());
      assertThat(orders.forUsers()).isEqualTo("done");
      assertThat(orders.forProven()).isEqualTo("done");
      assertThatThrownBy(orders::forAdmins).isInstanceOf(SecurityException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AnonymousSecurity.class, UnauthenticatedSecurity.class})
  void isNobodyWhereTheContainerHasANameForNobody(Class<?> security) {
    try (Application application = Application.of(Orders.class, security)) {
      assertThat(application.bean(MpJwtExtension.class).caller().token())
          .isSameAs(EmptyJsonWebToken.INSTANCE);
      assertThatThrownBy(() -> application.bean(Orders.class).forProven())
          .isInstanceOf(SecurityException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {StaleSecurity.class, FailingSecurity.class, RolelessSecurity.class})
  void isNobodyWhereTheSecurityContextKnowsNoCallerOrFails(Class<?> security) {
    try (Application application = Application.of(Orders.class, security)) {
      assertThat(application.bean(MpJwtExtension.class).caller().token())
          .isSameAs(EmptyJsonWebToken.INSTANCE);
      assertThatThrownBy(() -> application.bean(Orders.class).forUsers())
          .isInstanceOf(SecurityException.class);
    }
  }

  @Test
  void isWhoseTaskTheContainerRuns() throws Exception {
    Future<String> outcome =
        onThread(ManagedThread::new, new Subjects(Optional.of(ALICES), Optional.empty()));

    assertThat(outcome.get()).isEqualTo("alice: done, admin refused, in null");
  }

  /** As in GlassFish 8. */
  @Test
  void isWhoseTaskTheContainerRunsThoughItSetsThePolicyContextInRequestsOnly() throws Exception {
    Future<String> outcome =
        onThread(ManagedThread::new, new Subjects(Optional.of(ALICES), Optional.of("orders")));

    assertThat(outcome.get()).isEqualTo("alice: done, admin refused, in null");
  }

  @Test
  void isNobodyInATaskWhoseContainerFailsToTellTheSubject() throws Exception {
    Future<String> outcome =
        onThread(ManagedThread::new, new Subjects(Optional.empty(), Optional.empty()));

    assertThat(outcome.get()).isEqualTo("null: refused, admin refused, in null");
  }

  /** Payara's Subject is inherited by threads, so that a pool keeps that of its first user. */
  @Test
  void isNobodyOnAThreadOfTheApplicationsOwn() throws Exception {
    Future<String> outcome =
        onThread(Thread::new, new Subjects(Optional.of(ALICES), Optional.empty()));

    assertThat(outcome.get()).isEqualTo("null: refused, admin refused, in null");
  }

  private static Future<String> onThread(ThreadFactory threads, Subjects subjects)
      throws Exception {
    try (Application application = Application.of(Orders.class)) {
      register(subjects);
      Orders orders = application.bean(Orders.class);
      CurrentCaller caller = application.bean(MpJwtExtension.class).caller();
      PolicyContext.setContextID("orders");
      caller.requested();
      PolicyContext.setContextID(null);
      FutureTask<String> task =
          new FutureTask<>(
              () ->
                  caller.token().getName()
                      + ": "
                      + attempt(orders::forUsers)
                      + ", admin "
                      + attempt(orders::forAdmins)
                      + ", in "
                      + PolicyContext.getContextID());
      Thread thread = threads.newThread(task);
      thread.start();
      thread.join();
      return task;
    } finally {
      register(new Subjects(Optional.of(new Subject()), Optional.empty()));
    }
  }

  private static String attempt(Callable<String> call) throws Exception {
    try {
      return call.call();
    } catch (SecurityException e) {
      return "refused";
    }
  }

  @Test
  void isNobodyDuringAnAnonymousRequestWhateverTheContainerSays() throws Exception {
    try (Application application = Application.of(Security.class)) {
      JsonWebToken token =
          application.during(
              application.anonymous(),
              () -> application.bean(MpJwtExtension.class).caller().token());

      assertThat(token).isSameAs(EmptyJsonWebToken.INSTANCE);
    }
  }

  @Test
  void isNobodyWhereThereIsNoSecurityApi() throws Exception {
    HiddenApis.run(WithoutSecurity.class, "jakarta.security.", "jakarta.ejb.");
  }

  private static void register(Subjects subjects) throws PolicyContextException {
    PolicyContext.registerHandler("javax.security.auth.Subject.container", subjects, true);
  }
}
