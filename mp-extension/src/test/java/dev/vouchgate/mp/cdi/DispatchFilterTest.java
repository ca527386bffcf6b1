package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.testing.Fake;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dispatches whose request CDI does not know, or takes for another. */
class DispatchFilterTest {
  private final Application application = Application.of(Orders.class);

  /** A guarded bean. */
  @Dependent
  static class Orders {
    @RolesAllowed("user")
    String forUsers() {
      return "done";
    }
  }

  @AfterEach
  void undeploy() {
    application.close();
  }

  @Test
  void letsBeansKnowTheCaller() throws Exception {
    String alice = dispatched(application.bearing(TestTokens.alice()), this::caller);

    assertThat(alice).isEqualTo("alice: done");
  }

  @Test
  void letsBeansAskWhoeverBringsNoTokenForOne() {
    assertThatThrownBy(() -> dispatched(application.anonymous(), this::caller))
        .isInstanceOfSatisfying(
            AccessRefusedException.class,
            refused -> assertThat(refused.challenge().status()).isEqualTo(401));
  }

  @Test
  void leavesNothingBehind() throws Exception {
    dispatched(application.bearing(TestTokens.alice()), this::caller);

    assertThat(application.bean(JsonWebToken.class).getName()).isNull();
  }

  @Test
  void leavesNothingBehindWhereTheServletFails() {
    assertThatThrownBy(
            () ->
                dispatched(
                    application.bearing(TestTokens.alice()),
                    () -> {
                      throw new ServletException("thrown for a test");
                    }))
        .hasMessage("thrown for a test");

    assertThat(application.bean(JsonWebToken.class).getName()).isNull();
  }

  @Test
  void goesBackToTheOuterDispatch() throws Exception {
    FakeRequest bob = application.bearing(TestTokens.with("upn", "bob"));
    String callers =
        dispatched(
            application.bearing(TestTokens.alice()),
            () -> caller() + ", " + dispatched(bob, this::caller) + ", " + caller());

    assertThat(callers).isEqualTo("alice: done, bob: done, alice: done");
  }

  /** As Weld in Tomcat leaves it on the thread where an asynchronous request began. */
  @Test
  void believesNoRequestThatWasLeftOnTheThread() throws Exception {
    FakeRequest alice = application.bearing(TestTokens.alice());
    FakeRequest bob = application.bearing(TestTokens.with("upn", "bob"));
    String callers =
        application.during(
            alice,
            () -> {
              String before = caller();
              String during = dispatched(alice, this::caller);
              String after = application.bean(JsonWebToken.class).getName();
              return before + ", " + during + ", " + after + ", " + dispatched(bob, this::caller);
            });

    assertThat(callers).isEqualTo("alice: done, alice: done, null, bob: done");
  }

  @Test
  void standsAsideWhereThereIsNoCdi() throws Exception {
    application.close();
    FakeRequest request = application.anonymous();

    assertThat(dispatched(request, () -> "served")).isEqualTo("served");
  }

  /** What the servlet behind the filter has to say. */
  private interface Servlet {
    String service() throws IOException, ServletException;
  }

  private String caller() {
    String name = application.bean(JsonWebToken.class).getName();
    return name + ": " + application.bean(Orders.class).forUsers();
  }

  private String dispatched(FakeRequest request, Servlet servlet)
      throws IOException, ServletException {
    BearerAuthenticator.of(application.context.context).authenticate(request.request);
    AtomicReference<String> answer = new AtomicReference<>();
    FilterChain chain = (passed, response) -> answer.set(servlet.service());
    HttpServletResponse response = Fake.of(HttpServletResponse.class, this);
    new DispatchFilter().doFilter(request.request, response, chain);
    return answer.get();
  }
}
