package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.testing.Fake;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dispatches that the container makes without a request context, as Payara does. */
class AsyncDispatchFilterTest {
  private final Application application = Application.of(Orders.class, Basket.class);

  /** A guarded bean. */
  @Dependent
  static class Orders {
    @RolesAllowed("user")
    String forUsers() {
      return "done";
    }
  }

  /** Something of the application's own. */
  @RequestScoped
  static class Basket {
    private String content = "empty";

    String content() {
      return content;
    }

    void fill() {
      content = "full";
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
    assertThatThrownBy(() -> application.bean(Basket.class).content())
        .isInstanceOf(ContextNotActiveException.class);
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
    assertThatThrownBy(() -> application.bean(Basket.class).content())
        .isInstanceOf(ContextNotActiveException.class);
  }

  @Test
  void opensNoSecondContextWhereThereIsOne() throws Exception {
    FakeRequest bob = application.bearing(TestTokens.with("upn", "bob"));
    String content =
        application.during(
            application.bearing(TestTokens.alice()),
            () -> {
              application.bean(Basket.class).fill();
              String caller = dispatched(bob, this::caller);
              return caller + ", " + application.bean(Basket.class).content();
            });

    assertThat(content).isEqualTo("alice: done, full");
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
    new AsyncDispatchFilter().doFilter(request.request, response, chain);
    return answer.get();
  }
}
