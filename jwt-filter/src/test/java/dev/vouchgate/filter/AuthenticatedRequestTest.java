package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatedRequestTest {
  private final String compact =
      Tokens.valid("HS256").claim("groups", List.of("user", "*", "**")).compact();
  private HttpServletRequest request = StubRequest.withHeaders().request();

  @BeforeEach
  void prove() throws RejectedException {
    request = proven(StubRequest.withToken(compact).request());
  }

  @Test
  void namesTheCallerInEachWay() {
    assertThat(request.getUserPrincipal().getName()).isEqualTo("jdoe@example.com");
    assertThat(request.getUserPrincipal()).hasToString("jdoe@example.com");
    assertThat(request.getRemoteUser()).isEqualTo("jdoe@example.com");
    assertThat(request.getAuthType()).isEqualTo("MP-JWT");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"user, true", "User, false", "admin, false", "**, true", "*, false", "'', false"})
  void hasTheRolesOfTheToken(String role, boolean expected) {
    assertThat(request.isUserInRole(role)).isEqualTo(expected);
  }

  @Test
  void hasNoRoleWithoutAName() {
    assertThat(request.isUserInRole(null)).isFalse();
  }

  /** Servlet 6, HttpServletRequest: true if a caller "has been established". */
  @Test
  void isAuthenticatedAlreadyIfAsked() throws IOException, ServletException {
    HttpServletResponse untouched =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    assertThat(request.authenticate(untouched)).isTrue();
  }

  /** Servlet 6, HttpServletRequest: an exception "if a non-null caller identity" is there. */
  @Test
  void refusesToLogAnotherCallerIn() {
    assertThatThrownBy(() -> request.login("admin", "password"))
        .isInstanceOf(ServletException.class)
        .hasMessageNotContaining("password");
  }

  /** As Jetty does, where it has nobody to log out. */
  @Test
  void isLoggedOutThoughTheContainerRefusesToLogNobodyOut() throws Exception {
    HttpServletRequest refusing =
        new HttpServletRequestWrapper(StubRequest.withToken(compact).request()) {
          @Override
          public Principal getUserPrincipal() {
            return null;
          }

          @Override
          public void logout() throws ServletException {
            throw new ServletException("logout failed");
          }
        };
    request = proven(refusing);
    assertThat(request.getUserPrincipal()).isNotNull();

    request.logout();

    assertThat(request.getUserPrincipal()).isNull();
  }

  private HttpServletRequest proven(HttpServletRequest wrapped) throws RejectedException {
    try (Gate gate = GateUnderTest.withSecret().gate()) {
      return new AuthenticatedRequest(wrapped, new BearerAuthenticator(gate), gate.verify(compact));
    }
  }
}
