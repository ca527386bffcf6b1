package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.access.OpenResource;
import dev.vouchgate.mp.testing.FakeAuthConfigFactory;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthModuleRegistrationTest {
  private static final String LAYER = "HttpServlet";
  private static final String APPLICATION = "server /shop";

  private final FakeAuthConfigFactory factory = new FakeAuthConfigFactory();
  private final FakeContext application = new FakeContext();

  @BeforeEach
  void useFactory() {
    AuthConfigFactory.setFactory(factory);
  }

  @AfterEach
  void forgetFactory() {
    AuthConfigFactory.setFactory(null);
  }

  @Test
  void registersForTheApplication() {
    join(application);

    assertThat(present()).isInstanceOf(BearerAuthConfigProvider.class);
  }

  @Test
  void registersUnderTheNameThatJettyLooksFor() {
    join(new FakeContext().atRootOfJetty());

    assertThat(factory.getConfigProvider(LAYER, "server /", null))
        .isInstanceOf(BearerAuthConfigProvider.class);
  }

  @Test
  void takesTheRegistrationBackWhenTheApplicationStops() {
    join(application);
    application.initialize();

    application.destroy();

    assertThat(present()).isNull();
  }

  @Test
  void leavesTheRegistrationOfAnotherWhenTheApplicationStops() {
    join(application);
    BasicMechanism later = new BasicMechanism();
    factory.registerConfigProvider(later, LAYER, APPLICATION, "");

    application.destroy();

    assertThat(present()).isSameAs(later);
  }

  @Test
  void leavesRequestsWithoutTokenToAMechanismRegisteredBefore() throws Exception {
    factory.registerConfigProvider(new BasicMechanism(), LAYER, APPLICATION, "");

    join(application);
    application.initialize();

    assertBothAreKnown();
  }

  @Test
  void leavesRequestsWithoutTokenToAMechanismRegisteredAfter() throws Exception {
    join(application);
    factory.registerConfigProvider(new BasicMechanism(), LAYER, APPLICATION, "");

    application.initialize();

    assertBothAreKnown();
  }

  @Test
  void letsTheMechanismFinishWhatItBegan() throws Exception {
    factory.registerConfigProvider(new BasicMechanism(), LAYER, APPLICATION, "");
    join(application);
    ContainerCall without = anonymous();
    ContainerCall with = bearing();
    without.validate();
    with.validate();

    assertThat(without.context().secureResponse(without, null)).isEqualTo(AuthStatus.SEND_CONTINUE);
    assertThat(with.context().secureResponse(with, null)).isEqualTo(AuthStatus.SEND_SUCCESS);
    without.context().cleanSubject(without, without.subject);
    assertThat(without.subject.getPrincipals()).hasSize(1);
  }

  /**
   * Payara's REST asks again before {@code @PermitAll}, and Basic would answer with a challenge.
   */
  @Test
  void keepsTheMechanismFromChallengingWhereTheResourceIsForEverybody() throws Exception {
    factory.registerConfigProvider(new BasicMechanism(), LAYER, APPLICATION, "");
    join(application);
    FakeRequest nobody = FakeRequest.anonymous(application);
    FakeRequest bob = FakeRequest.anonymous(application);
    bob.principal = () -> "bob";
    OpenResource.mark(nobody.request);
    OpenResource.mark(bob.request);
    ContainerCall ofNobody = ContainerCall.of(present(), nobody).mandatory();
    ContainerCall ofBob = ContainerCall.of(present(), bob).mandatory();

    assertThat(ofNobody.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(ofNobody.caller).isNull();
    assertThat(ofBob.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(ofBob.caller.getName()).isEqualTo("bob");
  }

  @Test
  void doesNotWrapAProviderForAllApplications() throws Exception {
    factory.registerConfigProvider(new BasicMechanism(), null, null, "");

    join(application);

    assertThat(anonymous().mandatory().validate()).isEqualTo(AuthStatus.SEND_FAILURE);
  }

  @Test
  void doesNotWrapWhatAnEarlierDeploymentLeftBehind() throws Exception {
    join(new FakeContext());

    join(application);

    assertThat(anonymous().mandatory().validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    application.destroy();
    assertThat(present()).isNull();
  }

  @Test
  void refusesABadTokenAlsoBesideAMechanism() throws Exception {
    factory.registerConfigProvider(new BasicMechanism(), LAYER, APPLICATION, "");
    join(application);
    ContainerCall call =
        ContainerCall.of(present(), FakeRequest.bearing(application, TestTokens.expired()));

    assertThat(call.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(call.response.status).isEqualTo(401);
    assertThat(call.caller).isNull();
  }

  private void assertBothAreKnown() throws Exception {
    ContainerCall bob = anonymous();
    ContainerCall alice = bearing();
    assertThat(bob.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(alice.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(bob.caller.getName()).isEqualTo("bob");
    assertThat(alice.caller.getName()).isEqualTo("alice");
  }

  private static void join(FakeContext application) {
    AuthModuleRegistration.join(application.context, BearerAuthenticator.of(application.context));
  }

  private AuthConfigProvider present() {
    return factory.getConfigProvider(LAYER, APPLICATION, null);
  }

  private ContainerCall anonymous() throws Exception {
    return ContainerCall.of(present(), FakeRequest.anonymous(application));
  }

  private ContainerCall bearing() throws Exception {
    return ContainerCall.of(present(), FakeRequest.bearing(application, TestTokens.alice()));
  }
}
