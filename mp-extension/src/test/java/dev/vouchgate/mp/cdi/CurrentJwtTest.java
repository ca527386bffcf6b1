package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import dev.vouchgate.mp.token.EmptyJsonWebToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentJwtTest {
  private final Application application = Application.of(Keeper.class, BuiltIn.class);

  /** Outlives every request. */
  @ApplicationScoped
  public static class Keeper {
    @Inject JsonWebToken token;

    @Inject
    @Claim("upn")
    ClaimValue<String> name;

    public String name() {
      return token.getName() + "/" + name.getValue();
    }

    public JsonWebToken token() {
      return token;
    }
  }

  /** A container's own implementation. */
  @ApplicationScoped
  public static class BuiltIn {
    @Produces
    JsonWebToken token() {
      throw new IllegalStateException("the built-in token was asked for");
    }

    @Produces
    @Claim("")
    String claim() {
      throw new IllegalStateException("the built-in claim was asked for");
    }
  }

  @AfterEach
  void undeploy() {
    application.close();
  }

  @Test
  void isEachRequestsOwnInABeanThatOutlivesThem() throws Exception {
    assertThat(nameIn(application.bearing(TestTokens.alice()))).isEqualTo("alice/alice");
    assertThat(nameIn(application.bearing(TestTokens.with("upn", "bob")))).isEqualTo("bob/bob");
    assertThat(nameIn(application.anonymous())).isEqualTo("null/null");
  }

  @Test
  void isRightAlsoIfItWasInjectedBeforeTheCallerWasKnown() throws Exception {
    FakeRequest request = application.bearing(TestTokens.alice());
    String names =
        application.unasked(
            request,
            () -> {
              String before = application.bean(Keeper.class).name();
              BearerAuthenticator.of(application.context.context).authenticate(request.request);
              return before + " then " + application.bean(Keeper.class).name();
            });

    assertThat(names).isEqualTo("null/null then alice/alice");
  }

  @Test
  void comesBeforeABuiltInOne() throws Exception {
    String name =
        application.during(
            application.bearing(TestTokens.alice()),
            () -> application.bean(JsonWebToken.class).getName());

    assertThat(name).isEqualTo("alice");
  }

  @Test
  void isEmptyForARefusedToken() throws Exception {
    assertThat(nameIn(application.bearing(TestTokens.expired()))).isEqualTo("null/null");
  }

  @Test
  void isEmptyOutsideOfARequest() {
    assertThat(application.bean(MpJwtExtension.class).caller().token())
        .isSameAs(EmptyJsonWebToken.INSTANCE);
  }

  /** As on the other threads of an asynchronous request, where no context is active. */
  @Test
  void isEmptyAndNoErrorWhereThereIsNoRequestContext() {
    assertThat(application.bean(JsonWebToken.class).getClaimNames()).isNull();
    assertThat(application.bean(Keeper.class).name()).isEqualTo("null/null");
  }

  @Test
  void followsTheCallerWhereverItWasInjected() throws Exception {
    JsonWebToken token = application.bean(JsonWebToken.class);

    String alice = application.during(application.bearing(TestTokens.alice()), token::getName);
    String bob =
        application.during(application.bearing(TestTokens.with("upn", "bob")), token::getName);

    assertThat(alice).isEqualTo("alice");
    assertThat(bob).isEqualTo("bob");
    assertThat(token.getName()).isNull();
  }

  @Test
  void ignoresWhatAnotherApplicationsGateFoundOut() throws Exception {
    FakeRequest request = application.bearing(TestTokens.alice());
    BearerAuthenticator.of(new FakeContext().context).authenticate(request.request);

    String name = application.unasked(request, () -> application.bean(Keeper.class).name());

    assertThat(name).isEqualTo("null/null");
  }

  @Test
  void isEmptyAfterTheContainerLoggedTheCallerOut() throws Exception {
    FakeRequest request = application.bearing(TestTokens.alice());
    BearerAuthenticator gate = BearerAuthenticator.of(application.context.context);
    ContainerDoor.markAsked(request.request, gate);
    request.principal = () -> "alice";
    assertThat(nameIn(request)).isEqualTo("alice/alice");

    request.principal = null;

    assertThat(nameIn(request)).isEqualTo("null/null");
  }

  @Test
  void answersAllOfTheInterface() throws Exception {
    application.during(
        application.bearing(TestTokens.alice()),
        () -> {
          JsonWebToken token = application.bean(Keeper.class).token();
          assertThat(token.getGroups()).containsExactly("user", "buyer");
          assertThat(token.getClaimNames()).contains("iss");
          assertThat(token.getRawToken()).isEqualTo(TestTokens.alice());
          assertThat(token.getExpirationTime()).isEqualTo(TestTokens.EXPIRES);
          assertThat(token.getIssuedAtTime()).isEqualTo(TestTokens.ISSUED_AT);
          assertThat(token).hasToString("JsonWebToken[alice]");
          return token;
        });
  }

  private String nameIn(FakeRequest request) throws Exception {
    return application.during(request, () -> application.bean(Keeper.class).name());
  }
}
