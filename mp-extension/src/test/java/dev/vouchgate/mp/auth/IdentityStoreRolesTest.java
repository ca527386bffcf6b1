package dev.vouchgate.mp.auth;

import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.CallerRoles;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.HiddenApis;
import dev.vouchgate.mp.testing.TestTokens;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which groups an application's identity stores add to a token's caller. */
class IdentityStoreRolesTest {
  /** Held, or its level would be collected with it. */
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");

  static {
    WELD.setLevel(Level.WARNING);
  }

  private static final VerifiedJwt ALICE = TestTokens.verified(TestTokens.alice());

  /** Which stores have been asked, and which have been let go of, in order. */
  private static final List<String> EVENTS = new ArrayList<>();

  /** Both checks credentials and provides groups, as stores do unless they say otherwise. */
  @ApplicationScoped
  static class People implements IdentityStore {
    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
      EVENTS.add("people");
      return Set.of("staff of " + caller.getCallerPrincipal().getName());
    }
  }

  /** Provides groups only, to be asked first. */
  @Dependent
  static class Groups implements IdentityStore {
    @Override
    public int priority() {
      return 1;
    }

    @Override
    public Set<ValidationType> validationTypes() {
      return Set.of(PROVIDE_GROUPS);
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
      EVENTS.add("groups");
      return caller.getStatus() == CredentialValidationResult.Status.VALID
          ? Set.of(
              caller.getCallerUniqueId(), "known as " + caller.getCallerGroups().contains("user"))
          : Set.of();
    }

    @PreDestroy
    void end() {
      EVENTS.add("end of groups");
    }
  }

  /** Checks credentials only. */
  @ApplicationScoped
  static class Passwords implements IdentityStore {
    @Override
    public Set<ValidationType> validationTypes() {
      return Set.of(VALIDATE);
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
      return Set.of("not asked");
    }
  }

  /** Says what it was asked. */
  @ApplicationScoped
  static class Choosy implements IdentityStore {
    @Override
    public Set<ValidationType> validationTypes() {
      EVENTS.add("choice");
      return Set.of(PROVIDE_GROUPS);
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
      EVENTS.add(EVENTS.contains("first") ? "second" : "first");
      return Set.of(EVENTS.get(EVENTS.size() - 1));
    }
  }

  /** Cannot be asked. */
  @ApplicationScoped
  static class Broken implements IdentityStore {
    @Override
    public Set<String> getCallerGroups(CredentialValidationResult caller) {
      throw new IllegalStateException("no connection");
    }
  }

  /** Run where there is no Jakarta Security. */
  public static final class WithoutSecurity implements Runnable {
    @Override
    public void run() {
      VerifiedJwt alice = TestTokens.verified(TestTokens.alice());
      assertThat(new IdentityStoreRoles().of(alice)).isEmpty();
    }
  }

  @BeforeEach
  void forgetEvents() {
    EVENTS.clear();
  }

  @Test
  void areThoseOfEveryStoreThatProvidesGroups() {
    assertThat(rolesWith(People.class, Groups.class, Passwords.class))
        .containsExactlyInAnyOrder("24400320", "known as true", "staff of alice");
  }

  @Test
  void areAskedForInOrderOfPriorityAtEveryRequestAndDependentStoresLetGoOf() {
    try (SeContainer application = application(People.class, Groups.class)) {
      CallerRoles roles = new IdentityStoreRoles();
      assertThat(application.isRunning()).isTrue();
      roles.of(ALICE);
      roles.of(ALICE);
    }
    assertThat(EVENTS)
        .containsExactly("groups", "people", "end of groups", "groups", "people", "end of groups");
  }

  /** To look for them costs a server more than all else that is done for a request. */
  @Test
  void areOfStoresThatAreLookedForOnce() {
    try (SeContainer application = application(Choosy.class)) {
      CallerRoles roles = new IdentityStoreRoles();
      assertThat(application.isRunning()).isTrue();
      assertThat(roles.of(ALICE)).containsExactly("first");
      assertThat(roles.of(ALICE)).containsExactly("second");
    }
    assertThat(EVENTS).containsExactly("choice", "first", "second");
  }

  @Test
  void areNoneWithoutStores() {
    assertThat(rolesWith(IdentityStoreRolesTest.class)).isEmpty();
  }

  @Test
  void areNoneWithoutBeans() {
    assertThat(new IdentityStoreRoles().of(ALICE)).isEmpty();
  }

  @Test
  void areNotKnownIfAStoreFails() {
    assertThatThrownBy(() -> rolesWith(People.class, Broken.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no connection");
  }

  @Test
  void areTheCallersInEveryRequest() {
    FakeContext context = new FakeContext();
    try (SeContainer application = application(People.class)) {
      assertThat(application.isRunning()).isTrue();
      FakeRequest request = FakeRequest.bearing(context, TestTokens.alice());
      BearerAuthenticator gate = BearerAuthenticator.of(context.context);

      assertThat(gate.authenticate(request.request).caller().orElseThrow().roles())
          .contains("user", "staff of alice");
    }
  }

  @Test
  void areNoneWhereThereIsNoSecurityApi() throws Exception {
    HiddenApis.run(WithoutSecurity.class, "jakarta.security.");
  }

  private static Set<String> rolesWith(Class<?>... beans) {
    try (SeContainer application = application(beans)) {
      assertThat(application.isRunning()).isTrue();
      return new IdentityStoreRoles().of(ALICE);
    }
  }

  private static SeContainer application(Class<?>... beans) {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(beans)
        .initialize();
  }
}
