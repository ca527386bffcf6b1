package dev.vouchgate.it.dispatch;

import static dev.vouchgate.it.app.Witness.ALICE;
import static dev.vouchgate.it.app.Witness.BOB;
import static dev.vouchgate.it.app.Witness.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are handed on within the application, to the like and to error pages. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class DispatchIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return DispatchWar.trusting(ISSUER);
  }

  @ParameterizedTest(name = "to {0}")
  @ValueSource(strings = {"who", "to/forward?path=/who", "to/async?path=/who"})
  void knowsTheCaller(String path) throws Exception {
    assertThat(body(path)).isEqualTo(NOBODY);
    assertThat(body(path, alice())).isEqualTo(ALICE);
    assertThat(body(path, bob())).isEqualTo(BOB);
  }

  /** Constraints are for what the client asks for (Jakarta Servlet 6.0 section 13.2). */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"forward", "async"})
  void handsOnToWhatAConstraintGuards(String way) throws Exception {
    assertThat(body("to/" + way + "?path=/vault")).isEqualTo(NOBODY);
    assertThat(body("to/" + way + "?path=/vault", alice())).isEqualTo(ALICE);
  }

  @Test
  void guardsTheSameAgainstTheClient() throws Exception {
    assertThat(Calls.get(base, "vault").statusCode()).isEqualTo(401);
    assertThat(Calls.get(base, "vault", alice()).statusCode()).isEqualTo(403);
    assertThat(body("vault", bob())).isEqualTo(BOB);
  }

  @Test
  void knowsTheCallerInAnInclude() throws Exception {
    assertThat(body("to/include?path=/who")).isEqualTo("[" + NOBODY + "]");
    assertThat(body("to/include?path=/who", alice())).isEqualTo("[" + ALICE + "]");
    assertThat(body("to/include?path=/vault", bob())).isEqualTo("[" + BOB + "]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "members",
        "to/forward?path=/members",
        "to/include?path=/members",
        "to/async?path=/members",
        "safe/who",
        "to/forward?path=/safe/who",
        "to/async?path=/safe/who"
      })
  void refusesWhomABeanOrAPolicyKeepsOutOnEveryWay(String path) throws Exception {
    HttpResponse<String> nobody = Calls.get(base, path);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.body()).isEmpty();
    assertThat(nobody.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"vouchgate\"");

    HttpResponse<String> alice = Calls.get(base, path, alice());
    assertThat(alice.statusCode()).isEqualTo(403);
    assertThat(alice.body()).isEmpty();
    assertThat(alice.headers().allValues("WWW-Authenticate"))
        .singleElement()
        .asString()
        .contains("error=\"insufficient_scope\"");

    assertThat(Calls.get(base, path, bob()).statusCode()).isEqualTo(200);
  }

  /** An included page cannot answer: it stays out, and the page around it is served. */
  @Test
  void leavesOutWhatAPolicyKeepsFromAnInclude() throws Exception {
    assertThat(body("to/include?path=/safe/who")).isEqualTo("[]");
    assertThat(body("to/include?path=/safe/who", alice())).isEqualTo("[]");
    assertThat(body("to/include?path=/safe/who", bob())).isEqualTo("[" + BOB + "]");
  }

  @Test
  void knowsTheCallerInAnErrorPage() throws Exception {
    assertThat(answer(Calls.get(base, "to/error"))).isEqualTo("410: 410 " + NOBODY);
    assertThat(answer(Calls.get(base, "to/error", alice()))).isEqualTo("410: 410 " + ALICE);
    assertThat(answer(Calls.get(base, "nowhere"))).isEqualTo("404: 404 " + NOBODY);
    assertThat(answer(Calls.get(base, "nowhere", alice()))).isEqualTo("404: 404 " + ALICE);
    assertThat(answer(Calls.get(base, "to/exception", bob()))).isEqualTo("500: 500 " + BOB);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"to/error", "nowhere", "error", "to/exception", "to/forward?path=/who"})
  void refusesABadTokenBeforeAnythingIsHandedOn(String path) throws Exception {
    HttpResponse<String> response = Calls.get(base, path, ISSUER.tamperedToken("alice"));

    assertThat(answer(response)).isEqualTo("401: ");
    assertThat(response.headers().allValues("WWW-Authenticate"))
        .singleElement()
        .asString()
        .contains("error=\"invalid_token\"");
  }

  private String body(String path) throws Exception {
    return ok(Calls.get(base, path));
  }

  private String body(String path, String token) throws Exception {
    return ok(Calls.get(base, path, token));
  }

  private static String ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String answer(HttpResponse<String> response) {
    return response.statusCode() + ": " + response.body();
  }

  private static String alice() {
    return ISSUER.token("alice", "user");
  }

  private static String bob() {
    return ISSUER.token("bob", "user", "admin");
  }
}
