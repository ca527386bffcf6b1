package dev.vouchgate.it.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.observe.GateListener;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Module and filter, at every dispatch of a request: one verification, one answer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class OnceIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return DispatchWar.trusting(ISSUER)
        .addClasses(Verifications.class, VerificationsServlet.class)
        .addAsServiceProvider(GateListener.class, Verifications.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "who",
        "vault",
        "safe/who",
        "members",
        "to/forward?path=/who",
        "to/include?path=/who",
        "to/async?path=/vault",
        "to/error",
        "nowhere"
      })
  void judgesATokenOnceARequest(String path) throws Exception {
    HttpResponse<String> proven = once(path, ISSUER.token("bob", "user", "admin"));
    assertThat(proven.headers().allValues("WWW-Authenticate")).isEmpty();

    HttpResponse<String> refused = once(path, ISSUER.expiredToken("bob", "user", "admin"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().allValues("WWW-Authenticate")).hasSize(1);
  }

  private HttpResponse<String> once(String path, String token) throws Exception {
    HttpResponse<String> response = Calls.send(Calls.request(base, path, token));
    assertThat(Calls.get(base, "verifications").body()).isEqualTo("1");
    return response;
  }
}
