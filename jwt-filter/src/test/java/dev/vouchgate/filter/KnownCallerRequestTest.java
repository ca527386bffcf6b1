package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownCallerRequestTest {
  private final String compact = Tokens.valid("HS256").claim("groups", List.of("user")).compact();

  /** As GlassFish 8 does in asynchronous dispatches and error pages. */
  @Test
  void hasTheRolesOfTheTokenWhereTheContainerFailsToTellThem() throws RejectedException {
    HttpServletRequest request = known(new Failing(StubRequest.withToken(compact).request()));

    assertThat(request.isUserInRole("user")).isTrue();
    assertThat(request.isUserInRole("admin")).isFalse();
  }

  private HttpServletRequest known(HttpServletRequest container) throws RejectedException {
    try (Gate gate = GateUnderTest.withSecret().gate()) {
      return new KnownCallerRequest(
          container,
          container.getUserPrincipal(),
          new BearerAuthenticator(gate),
          gate.verify(compact));
    }
  }

  /** A container's request that knows its caller and cannot tell the roles. */
  private static final class Failing extends HttpServletRequestWrapper {
    Failing(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Principal getUserPrincipal() {
      return () -> "jdoe@example.com";
    }

    @Override
    public boolean isUserInRole(String role) {
      throw new NullPointerException("no policy context");
    }
  }
}
