package dev.vouchgate.it.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.RestApplication;
import dev.vouchgate.it.app.Witness;
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

/** REST methods that answer on a thread of the application's own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class AsyncRestIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final int ROUNDS = 40;

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        RestApplication.class,
        AsyncResource.class,
        OwnThread.class,
        Witness.class,
        Members.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"suspended", "stage"})
  void leavesNoCallerBehindOnConnectionOrThread(String way) throws Exception {
    String path = "rest/async/" + way;
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(Calls.get(base, path, ISSUER.token("alice", "user")).body())
          .isIn("alice alice/user+**", "alice null/");
      assertThat(Calls.get(base, path).body()).isEqualTo("null null/");
      assertThat(Calls.get(base, path, ISSUER.token("bob", "admin")).body())
          .isIn("bob bob/admin+**", "bob null/");
    }
  }

  @Test
  void guardsAMethodThatAnswersLater() throws Exception {
    String path = "rest/async/members";
    HttpResponse<String> nobody = Calls.get(base, path);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"vouchgate\"");
    assertThat(Calls.get(base, path, ISSUER.token("alice", "user")).statusCode()).isEqualTo(403);
    assertThat(Calls.get(base, path, ISSUER.token("bob", "admin")).body()).startsWith("bob ");
  }

  @Test
  void refusesABadTokenAtOnce() throws Exception {
    HttpResponse<String> response =
        Calls.get(base, "rest/async/stage", ISSUER.tamperedToken("alice"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().allValues("WWW-Authenticate")).hasSize(1);
  }
}
