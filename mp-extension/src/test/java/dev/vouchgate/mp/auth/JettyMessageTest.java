package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.mp.access.OpenResource;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.FakeResponse;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import org.eclipse.jetty.testing.JettyMessageInfo;
import org.junit.jupiter.api.Test;

class JettyMessageTest {
  private final FakeContext application = new FakeContext().atRootOfJetty();
  private final FakeResponse response = new FakeResponse();
  private final List<Callback> told = new ArrayList<>();
  private final BearerAuthModule module =
      new BearerAuthModule(
          BearerAuthenticator.of(application.context),
          callbacks -> told.addAll(List.of(callbacks)));

  @Test
  void tellsWhoCallsThoughJettyShowsNoRequest() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.alice());
    JettyMessageInfo message = JettyMessageInfo.lazy(request.request);

    assertThat(validate(message)).isEqualTo(AuthStatus.SUCCESS);
    assertThat(told.get(0))
        .isInstanceOfSatisfying(
            CallerPrincipalCallback.class,
            callback -> assertThat(callback.getPrincipal()).hasToString("JsonWebToken[alice]"));
    // Jetty looks for the session itself then.
    assertThat(message.getRequestMessage()).isSameAs(request.request);
    assertThat(ContainerDoor.wasAsked(request.request)).isTrue();
    assertThat(message.ends()).isZero();
  }

  /** A principal that is null would be a caller whose roles cannot be asked for. */
  @Test
  void namesNobodyWhereNobodyCalls() throws Exception {
    JettyMessageInfo message = JettyMessageInfo.lazy(FakeRequest.anonymous(application).request);

    assertThat(validate(message)).isEqualTo(AuthStatus.SUCCESS);
    assertThat(told).isEmpty();
  }

  @Test
  void knowsNobodyByABadTokenAndLeavesTheAnswerToTheFilter() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.expired());

    assertThat(validate(JettyMessageInfo.lazy(request.request))).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(told).isEmpty();
  }

  @Test
  void challengesInTheResponseThatJettyDoesNotShow() throws Exception {
    JettyMessageInfo message =
        JettyMessageInfo.authenticate(
            FakeRequest.anonymous(application).request, response.response);

    assertThat(validate(message)).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(response.status).isEqualTo(401);
    assertThat(response.challenge()).isEqualTo("Bearer realm=\"vouchgate\"");
    assertThat(message.ends()).isEqualTo(1);
  }

  @Test
  void endsTheRequestThatItRefusesBeforeAConstraint() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.expired());
    JettyMessageInfo message = JettyMessageInfo.constrained(request.request, response.response);

    assertThat(validate(message)).isEqualTo(AuthStatus.SEND_FAILURE);
    assertThat(response.status).isEqualTo(401);
    assertThat(response.challenge()).contains("error=\"invalid_token\"");
    assertThat(message.ends()).isEqualTo(1);
  }

  @Test
  void leavesTheRequestThatItLetsPassAConstraintOpen() throws Exception {
    FakeRequest request = FakeRequest.bearing(application, TestTokens.alice());
    JettyMessageInfo message = JettyMessageInfo.constrained(request.request, response.response);

    assertThat(validate(message)).isEqualTo(AuthStatus.SUCCESS);
    assertThat(message.ends()).isZero();
  }

  /** Jetty would ask the module again, and so on. */
  @Test
  void doesNotAskForThePrincipalWhileItIsAsked() throws Exception {
    FakeRequest request = FakeRequest.anonymous(application);
    request.principal = () -> "asked";
    OpenResource.mark(request.request);

    assertThat(module.isResponsibleFor(JettyMessageInfo.lazy(request.request))).isTrue();
  }

  /** Another Jetty may have renamed what is looked for. */
  @Test
  void letsNobodyPassIfTheRequestIsNotFound() throws Exception {
    assertThat(validate(new JettyMessageInfo.Unknown())).isEqualTo(AuthStatus.FAILURE);
    assertThat(told).isEmpty();
  }

  private AuthStatus validate(MessageInfo message) throws AuthException {
    return module.validateRequest(message, new Subject(), null);
  }
}
