package dev.vouchgate.it.login;

import static dev.vouchgate.it.app.Witness.ALICE;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The three methods by which a servlet asks the container about its caller. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class LoginIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER, LoginServlet.class, WhoServlet.class, Witness.class, Members.class);
  }

  @Test
  void authenticateChallengesWhoeverBringsNoToken() throws Exception {
    HttpResponse<String> response = Calls.get(base, "do/authenticate");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"vouchgate\"");
    assertThat(Calls.get(base, "do/last").body()).isEqualTo(NOBODY + " false " + NOBODY);
  }

  @Test
  void authenticateSucceedsForWhoeverIsKnownAlready() throws Exception {
    HttpResponse<String> response = asAlice("do/authenticate");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(ALICE + " true " + ALICE);
  }

  @Test
  void logoutForgetsTheCaller() throws Exception {
    assertThat(asAlice("do/logout").body()).isEqualTo(ALICE + " " + NOBODY + " null null");
  }

  @Test
  void logoutForgetsTheCallerWhereverTheRequestGoesNext() throws Exception {
    assertThat(asAlice("do/logout-and-forward").body()).isEqualTo(NOBODY);
  }

  @Test
  void logoutIsForTheOneRequest() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(asAlice("do/logout").statusCode()).isEqualTo(200);
      assertThat(asAlice("who").body()).isEqualTo(ALICE);
    }
  }

  @Test
  void logoutOfNobodyIsNoError() throws Exception {
    HttpResponse<String> response = Calls.get(base, "do/logout");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(NOBODY + " " + NOBODY + " null null");
  }

  @Test
  void loginRefusesWhoeverIsNotKnownToTheContainer() throws Exception {
    HttpResponse<String> response = Calls.get(base, "do/login");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("refused " + NOBODY);
  }

  @Test
  void loginLeavesAKnownCallerAlone() throws Exception {
    HttpResponse<String> response = asAlice("do/login");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("refused " + ALICE);
  }

  private HttpResponse<String> asAlice(String path) throws Exception {
    return Calls.get(base, path, ISSUER.token("alice", "user"));
  }
}
