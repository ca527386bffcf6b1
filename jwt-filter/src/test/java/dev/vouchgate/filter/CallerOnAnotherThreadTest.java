package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who calls, where the container knows it on its own thread alone, as Open Liberty does. */
class CallerOnAnotherThreadTest {
  private final BearerAuthenticator gate =
      new BearerAuthenticator(GateUnderTest.withSecret().gate());
  private final Thread own = Thread.currentThread();
  private @Nullable Principal principal;
  private HttpServletRequest request = StubRequest.withHeaders().request();

  @BeforeEach
  void prove() {
    String compact = Tokens.valid("HS256").claim("groups", List.of("user")).compact();
    HttpServletRequest stub = StubRequest.withToken(compact).request();
    VerifiedJwt jwt = gate.authenticate(stub).caller().orElseThrow();
    Principal known = jwt::callerName;
    principal = known;
    request = new KnownCallerRequest(container(stub), known, gate, jwt);
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void isTheSameOnAnotherThread() {
    assertThat(onAnotherThread()).isEqualTo("jdoe@example.com jdoe@example.com true");
  }

  @Test
  void isNobodyOnAnotherThreadAfterALogout() throws Exception {
    request.logout();

    assertThat(onAnotherThread()).isEqualTo("null null false");
  }

  @Test
  void isWhoeverTheContainerSaysOnItsOwnThread() {
    principal = null;

    assertThat(said()).isEqualTo("null null false");
  }

  private String onAnotherThread() {
    return CompletableFuture.supplyAsync(this::said, task -> new Thread(task).start()).join();
  }

  private String said() {
    Principal caller = request.getUserPrincipal();
    return (caller == null ? "null" : caller.getName())
        + " "
        + request.getRemoteUser()
        + " "
        + request.isUserInRole("user");
  }

  private HttpServletRequest container(HttpServletRequest stub) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getUserPrincipal" -> Thread.currentThread() == own ? principal : null;
                  case "getServletContext" -> null;
                  case "logout" -> {
                    principal = null;
                    yield null;
                  }
                  default -> method.invoke(stub, arguments);
                });
  }
}
