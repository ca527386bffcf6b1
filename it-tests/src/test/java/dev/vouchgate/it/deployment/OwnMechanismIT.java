package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.LoginServlet;
import dev.vouchgate.it.deployment.app.OwnBasic;
import dev.vouchgate.it.deployment.app.OwnCallers;
import dev.vouchgate.it.deployment.app.OwnForm;
import dev.vouchgate.it.deployment.app.OwnMechanism;
import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Applications with a mechanism of Jakarta Security of their own: who brings a token comes in by
 * it, everybody else as before.
 *
 * <p>Each is deployed several times, because which mechanism is registered first varies from one
 * start to the next.
 */
@Tag("matrix")
@Tag("jakarta-security")
@ExtendWith(SharedServer.class)
class OwnMechanismIT {
  private static final int DEPLOYMENTS = 4;
  private static final List<String> FOR_STAFF = List.of("/staff", "/rest/who/staff");
  private static final TestIssuer ISSUER = new TestIssuer();

  @AfterAll
  static void endIssuer() {
    ISSUER.close();
  }

  @RepeatedTest(DEPLOYMENTS)
  void letsInByTokenBesideBasic(Server server) throws Exception {
    try (Deployed application = Deployed.to(server, war(OwnBasic.class, OwnCallers.class))) {
      assertTokensAreJudged(application);

      for (String path : FOR_STAFF) {
        assertThat(application.get(path, "bob", OwnCallers.PASSWORD).body()).startsWith("bob");
        assertThat(application.get(path, "bob", "guessed").statusCode()).isEqualTo(401);
      }
      assertThat(challenge(application.get("/staff"))).isEqualTo("Basic realm=\"own\"");
      assertThat(application.get("/rest/who/bean", "bob", OwnCallers.PASSWORD).statusCode())
          .isEqualTo(200);
      assertThat(application.get("/rest/who").body()).isEqualTo("nobody");
    }
  }

  @RepeatedTest(DEPLOYMENTS)
  void letsInByTokenBesideACustomMechanism(Server server) throws Exception {
    try (Deployed application = Deployed.to(server, war(OwnMechanism.class))) {
      assertTokensAreJudged(application);

      for (String path : FOR_STAFF) {
        HttpRequest.Builder own = application.request(path).header(OwnMechanism.HEADER, "bob");
        assertThat(Deployed.send(own).body()).startsWith("bob");
      }
      assertThat(challenge(application.get("/staff"))).isEqualTo(OwnMechanism.CHALLENGE);
      assertThat(application.get("/rest/who").body()).isEqualTo("nobody");
    }
  }

  @RepeatedTest(DEPLOYMENTS)
  void letsInByTokenBesideALoginPage(Server server) throws Exception {
    WebArchive war = war(OwnForm.class, OwnCallers.class, LoginServlet.class);
    try (Deployed application = Deployed.to(server, war)) {
      assertTokensAreJudged(application);

      HttpClient browser =
          HttpClient.newBuilder()
              .cookieHandler(new CookieManager())
              .followRedirects(Redirect.NORMAL)
              .build();
      assertThat(visit(browser, application.request("/staff"))).isEqualTo(LoginServlet.TEXT);
      assertThat(
              visit(
                  browser,
                  application
                      .request("/j_security_check")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(
                          BodyPublishers.ofString(
                              "j_username=bob&j_password=" + OwnCallers.PASSWORD))))
          .startsWith("bob staff=true");
      assertThat(visit(browser, application.request("/rest/who/staff"))).isEqualTo("bob");
    }
  }

  private static void assertTokensAreJudged(Deployed application) throws Exception {
    String alice = ISSUER.token("alice", "user", "staff");
    String carol = ISSUER.token("carol", "user");
    assertThat(application.get("/staff", alice).body()).isEqualTo("alice staff=true user=true");
    assertThat(application.get("/rest/who/staff", alice).body()).isEqualTo("alice");
    assertThat(application.get("/rest/who/bean", alice).statusCode()).isEqualTo(200);
    assertThat(application.get("/rest/who/token", carol).body())
        .isEqualTo(ISSUER.name() + " [user]");
    for (String path : FOR_STAFF) {
      assertThat(application.get(path, carol).statusCode()).isEqualTo(403);
      HttpResponse<String> expired = application.get(path, ISSUER.expiredToken("alice", "staff"));
      assertThat(expired.statusCode()).isEqualTo(401);
      assertThat(challenge(expired)).contains("error=\"invalid_token\"");
    }
  }

  private static WebArchive war(Class<?>... own) {
    return Wars.guarded(
            "own",
            ISSUER,
            WhoApplication.class,
            WhoResource.class,
            StaffBean.class,
            StaffServlet.class)
        .addClasses(own);
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  private static String visit(HttpClient browser, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), BodyHandlers.ofString()).body();
  }
}
