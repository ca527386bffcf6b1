package dev.vouchgate.it.async;

import static dev.vouchgate.it.app.Witness.ALICE;
import static dev.vouchgate.it.app.Witness.BOB;
import static dev.vouchgate.it.app.Witness.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

/** Servlets that answer on another thread. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class AsyncServletIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final int ROUNDS = 40;

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        AsyncServlet.class,
        OwnThread.class,
        WhoServlet.class,
        Witness.class,
        Members.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"dispatch", "dispatch-from-own"})
  void knowsTheCallerAfterADispatch(String way) throws Exception {
    assertThat(asAlice(way).body()).isEqualTo(ALICE);
    assertThat(asBob(way).body()).isEqualTo(BOB);
    assertThat(asNobody(way).body()).isEqualTo(NOBODY);
  }

  /**
   * The request knows its caller wherever it is; the beans only where the container takes the
   * caller along, which is its choice (Jakarta Servlet 6.0 section 2.3.3.4).
   */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"start", "own"})
  void knowsTheCallerOfTheRequestOnAnotherThread(String way) throws Exception {
    assertThat(asAlice(way).body()).isIn(ALICE, "alice/user/null/");
    assertThat(asBob(way).body()).isIn(BOB, "bob/user+admin/null/");
    assertThat(asNobody(way).body()).isEqualTo(NOBODY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"start", "own", "dispatch", "dispatch-from-own"})
  void leavesNoCallerBehindOnConnectionOrThread(String way) throws Exception {
    Set<String> connections = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      HttpResponse<String> alice = asAlice(way);
      HttpResponse<String> nobody = asNobody(way);
      HttpResponse<String> bob = asBob(way);
      assertThat(alice.body()).startsWith("alice/user/").doesNotContain("bob");
      assertThat(nobody.body()).isEqualTo(NOBODY);
      assertThat(bob.body()).startsWith("bob/user+admin/").doesNotContain("alice");
      List.of(alice, nobody, bob)
          .forEach(r -> connections.add(r.headers().firstValue(AsyncServlet.PORT).orElseThrow()));
    }

    assertThat(connections).as("connections of %s requests", 3 * ROUNDS).hasSizeLessThan(ROUNDS);
  }

  @Test
  void keepsCallersApartWhoComeAtTheSameTime() throws Exception {
    List<String> expected = new ArrayList<>();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      for (String way : List.of("start", "own", "dispatch", "dispatch-from-own")) {
        String caller = "caller-" + i + "-" + way;
        expected.add(caller + "/user/");
        String token = ISSUER.token(caller, "user");
        answers.add(body("async/" + way, token));
        expected.add(NOBODY);
        answers.add(
            Calls.sendAsync(Calls.request(base, "async/" + way)).thenApply(HttpResponse::body));
      }
    }

    for (int i = 0; i < expected.size(); i++) {
      String caller = expected.get(i);
      String name = caller.substring(0, caller.indexOf('/'));
      assertThat(answers.get(i).join()).isIn(caller + "null/", caller + name + "/user+**", NOBODY);
      assertThat(answers.get(i).join()).startsWith(caller);
    }
  }

  private CompletableFuture<String> body(String path, String token) {
    return Calls.sendAsync(Calls.request(base, path, token)).thenApply(HttpResponse::body);
  }

  private HttpResponse<String> asNobody(String way) throws Exception {
    return Calls.get(base, "async/" + way);
  }

  private HttpResponse<String> asAlice(String way) throws Exception {
    return Calls.get(base, "async/" + way, ISSUER.token("alice", "user"));
  }

  private HttpResponse<String> asBob(String way) throws Exception {
    return Calls.get(base, "async/" + way, ISSUER.token("bob", "user", "admin"));
  }
}
