package dev.vouchgate.mp.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.client.CallPolicy;
import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.client.TokenUnavailableException;
import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.mp.testing.TestTokens;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BearerTokensTest {
  private final AtomicInteger issued = new AtomicInteger();
  private Optional<VerifiedJwt> caller = Optional.empty();
  private Client client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  private Client client(TokenOrigin origin) {
    OutboundTokens tokens =
        new OutboundTokens(
            service -> new CallPolicy(service, origin, Optional.empty(), List.of()),
            call ->
                Optional.of(
                    () ->
                        new IssuedToken(
                            call.audience() + "-" + issued.incrementAndGet(),
                            Instant.now(Clock.systemUTC()).plusSeconds(300))),
            Clock.systemUTC(),
            new DirectExecutor());
    client =
        ClientBuilder.newBuilder()
            .register(new BearerTokens("orders", () -> tokens, () -> caller))
            .build();
    return client;
  }

  /** Runs at once what is due at once. */
  private static final class DirectExecutor implements RefreshExecutor {
    @Override
    public Runnable schedule(Runnable task, Duration delay) {
      task.run();
      return () -> {};
    }

    @Override
    public void close() {}
  }

  @Test
  void sendsTheSameTokenWithEachRequest() throws Exception {
    try (StubService service = new StubService(token -> true)) {
      Client orders = client(TokenOrigin.SELF);
      for (int i = 0; i < 2; i++) {
        assertThat(orders.target(service.address()).request().get().getStatus()).isEqualTo(200);
      }
      assertThat(service.calls)
          .containsExactly("GET / null Bearer orders-1 ", "GET / null Bearer orders-1 ");
    }
  }

  @Test
  void takesThePlaceOfAnotherToken() throws Exception {
    try (StubService service = new StubService(token -> true)) {
      client(TokenOrigin.SELF)
          .target(service.address())
          .request()
          .header("Authorization", "Bearer other")
          .get();
      assertThat(service.calls).containsExactly("GET / null Bearer orders-1 ");
    }
  }

  @Test
  void sendsARefusedRequestOnceMoreWithANewToken() throws Exception {
    try (StubService service = new StubService("Bearer orders-2"::equals)) {
      Response answer =
          client(TokenOrigin.SELF)
              .target(service.address() + "/a/b?c=d%20e")
              .request()
              .header("X-Trace", "t")
              .post(Entity.entity("some text", MediaType.TEXT_PLAIN_TYPE));

      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getHeaderString("X-Answer")).isEqualTo("yes");
      assertThat(answer.readEntity(String.class)).isEqualTo("welcome some text");
      assertThat(service.calls)
          .containsExactly(
              "POST /a/b?c=d%20e t Bearer orders-1 some text",
              "POST /a/b?c=d%20e t Bearer orders-2 some text");
    }
  }

  @Test
  void sendsItOnceMoreAndNotAgain() throws Exception {
    try (StubService service = new StubService(token -> false)) {
      Client orders = client(TokenOrigin.SELF);
      Response answer = orders.target(service.address()).request().get();
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo("who are you?");
      assertThat(service.calls).hasSize(2);

      assertThat(orders.target(service.address()).request().get().getStatus()).isEqualTo(401);
      assertThat(service.calls).as("nor asked for more tokens").hasSize(3);
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void readsNoStreamTwice() throws Exception {
    try (StubService service = new StubService("Bearer orders-2"::equals)) {
      Client orders = client(TokenOrigin.SELF);
      Response refused =
          orders
              .target(service.address())
              .request()
              .post(
                  Entity.entity(
                      new ByteArrayInputStream("some text".getBytes(UTF_8)),
                      MediaType.TEXT_PLAIN_TYPE));
      assertThat(refused.getStatus()).isEqualTo(401);
      assertThat(service.calls).hasSize(1);

      assertThat(orders.target(service.address()).request().get().getStatus())
          .as("the next request has the new token")
          .isEqualTo(200);
    }
  }

  @Test
  void sendsTheCallersTokenOn() throws Exception {
    caller = Optional.of(TestTokens.verified(TestTokens.alice()));
    try (StubService service = new StubService(token -> false)) {
      Response answer = client(TokenOrigin.CALLER).target(service.address()).request().get();
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(service.calls).containsExactly("GET / null Bearer " + TestTokens.alice() + " ");
    }
  }

  @Test
  void sendsNothingWithoutAToken() throws Exception {
    try (StubService service = new StubService(token -> true)) {
      Client orders = client(TokenOrigin.CALLER);
      assertThatThrownBy(() -> orders.target(service.address()).request().get())
          .isInstanceOf(ProcessingException.class)
          .hasRootCauseInstanceOf(TokenUnavailableException.class)
          .hasRootCauseMessage("orders is to get the caller's own token, and there is no caller");
      assertThat(service.calls).isEmpty();
    }
  }

  @Test
  void sendsNothingOverPlainHttpToOthers() {
    Client orders = client(TokenOrigin.SELF);
    assertThatThrownBy(() -> orders.target("http://orders.example.com/").request().get())
        .isInstanceOf(ProcessingException.class)
        .hasRootCauseInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("expected https");
    assertThat(issued).hasValue(0);
  }
}
