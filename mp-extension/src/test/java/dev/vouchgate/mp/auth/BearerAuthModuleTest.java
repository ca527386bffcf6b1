package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.mp.access.OpenResource;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class BearerAuthModuleTest {
  private final FakeContext application = new FakeContext();

  @Test
  void tellsTheContainerWhoCallsAndInWhichRoles() throws Exception {
    application.with("vouchgate.roles.map.user", "staff");
    ContainerCall call = bearing(TestTokens.alice()).mandatory();

    assertThat(call.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(call.caller).isInstanceOf(JsonWebToken.class).hasToString("JsonWebToken[alice]");
    assertThat(call.groups).containsExactlyInAnyOrder("user", "buyer", "staff");
    assertThat(call.response.status).isEqualTo(200);
  }

  @Test
  void tellsTheContainerThatNobodyCallsWhereThatIsAllowed() throws Exception {
    ContainerCall call = anonymous();

    assertThat(call.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(call.told).isTrue();
    assertThat(call.caller).isNull();
    assertThat(call.groups).isNull();
  }

  @Test
  void challengesWhoDoesNotSayWhoTheyAre() throws Exception {
    ContainerCall call = anonymous().mandatory();

    assertThat(call.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(call.response.status).isEqualTo(401);
    assertThat(call.response.challenge()).isEqualTo("Bearer realm=\"vouchgate\"");
    assertThat(call.told).isFalse();
  }

  @Test
  void refusesABadTokenAlsoWhereNoneIsNeeded() throws Exception {
    ContainerCall call = bearing(TestTokens.expired());

    assertThat(call.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(call.response.status).isEqualTo(401);
    assertThat(call.response.challenge()).contains("error=\"invalid_token\"");
    assertThat(call.told).isFalse();
  }

  @Test
  void refusesWhatAnotherSitesPageAsksForWithTheCallersCookie() throws Exception {
    application.with("mp.jwt.token.header", "Cookie");
    ContainerCall foreign =
        call(FakeRequest.posting(application, TestTokens.alice(), "cross-site"));

    assertThat(foreign.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(foreign.response.status).isEqualTo(403);
    assertThat(foreign.response.challenge()).isNull();
    assertThat(foreign.told).isFalse();

    ContainerCall own = call(FakeRequest.posting(application, TestTokens.alice(), "same-origin"));
    assertThat(own.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(own.caller).hasToString("JsonWebToken[alice]");
  }

  @Test
  void takesAnotherSchemeForNoCredentials() throws Exception {
    ContainerCall call = call(FakeRequest.authorized(application, "Basic YWxpY2U6eA=="));

    assertThat(call.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(call.caller).isNull();
  }

  @Test
  void namesTheAuthenticationType() throws Exception {
    ContainerCall call = bearing(TestTokens.alice());
    call.validate();

    assertThat(call.getMap()).containsEntry("jakarta.servlet.http.authType", "MP-JWT");
  }

  /** What a servlet asks with {@code request.authenticate()}. */
  @Test
  void challengesWhoIsAskedToProveThemselvesLater() throws Exception {
    FakeRequest request = FakeRequest.anonymous(application);
    call(request).validate();
    ContainerCall again = call(request).mandatory();

    assertThat(again.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(again.response.challenge()).isEqualTo("Bearer realm=\"vouchgate\"");
  }

  /** Some containers' REST asks so before methods that are for everybody. */
  @Test
  void challengesNobodyWhereTheResourceIsForEverybody() throws Exception {
    FakeRequest request = FakeRequest.anonymous(application);
    call(request).validate();
    OpenResource.mark(request.request);
    ContainerCall again = call(request).mandatory();

    assertThat(again.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(again.response.status).isEqualTo(200);
    assertThat(again.caller).isNull();
  }

  @Test
  void provesTheCallerASecondTimeToo() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.alice());
    call(request).validate();
    ContainerCall again = call(request).mandatory();

    assertThat(again.validate()).isEqualTo(AuthStatus.SUCCESS);
    assertThat(again.caller).hasToString("JsonWebToken[alice]");
  }

  @Test
  void ignoresThatAnotherApplicationWasAskedAboutTheRequest() throws Exception {
    FakeRequest request = FakeRequest.anonymous(application);
    BearerAuthenticator other = BearerAuthenticator.of(new FakeContext().context);
    ContainerDoor.markAsked(request.request, other);

    assertThat(ContainerDoor.wasAsked(request.request)).isFalse();
  }

  @Test
  void leavesItsMarkInTheRequest() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.alice());
    call(request);
    assertThat(ContainerDoor.wasAsked(request.request)).isFalse();

    call(request).validate();

    assertThat(ContainerDoor.wasAsked(request.request)).isTrue();
  }

  @Test
  void enforcesPathPolicies() throws Exception {
    application
        .with("vouchgate.policy.orders.paths", "/orders")
        .with("vouchgate.policy.orders.roles", "admin");

    ContainerCall proven = bearing(TestTokens.alice());
    assertThat(proven.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(proven.response.status).isEqualTo(403);
    ContainerCall anonymous = anonymous();
    assertThat(anonymous.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(anonymous.response.status).isEqualTo(401);
  }

  @Test
  void letsNobodyPassWithoutARequestToJudge() throws Exception {
    ContainerCall call = bearing(TestTokens.alice());
    call.setRequestMessage(null);

    assertThat(call.validate()).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(call.told).isFalse();
  }

  @Test
  void forgetsTheCallerAtLogout() throws Exception {
    ContainerCall call = bearing(TestTokens.alice());
    call.validate();
    call.subject.getPrincipals().add(call.caller);

    call.context().cleanSubject(call, call.subject);

    assertThat(call.subject.getPrincipals()).isEmpty();
  }

  @Test
  void leavesResponsesAsTheyAre() throws Exception {
    assertThat(anonymous().context().secureResponse(anonymous(), null))
        .isEqualTo(AuthStatus.SEND_SUCCESS);
  }

  @Test
  void saysWhichMessagesItJudges() {
    BearerAuthModule module =
        new BearerAuthModule(BearerAuthenticator.of(application.context), callbacks -> {});

    assertThat(module.getSupportedMessageTypes())
        .containsExactly(HttpServletRequest.class, HttpServletResponse.class);
  }

  private ContainerCall bearing(String token) throws Exception {
    return call(FakeRequest.bearing(application, token));
  }

  private ContainerCall anonymous() throws Exception {
    return call(FakeRequest.anonymous(application));
  }

  private ContainerCall call(FakeRequest request) throws Exception {
    AuthConfigProvider provider =
        new BearerAuthConfigProvider(BearerAuthenticator.of(application.context), Optional.empty());
    return ContainerCall.of(provider, request);
  }
}
