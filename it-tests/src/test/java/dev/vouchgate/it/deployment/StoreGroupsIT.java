package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffGroups;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose own identity store knows groups of those who come with a token. */
@Tag("matrix")
@Tag("jakarta-security")
@ExtendWith(SharedServer.class)
class StoreGroupsIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static Deployed application;

  @BeforeAll
  static void deploy(Server server) throws Exception {
    application =
        Deployed.to(
            server,
            Wars.withSettings(
                Wars.withGate(
                    Wars.of(
                        "stores",
                        WhoApplication.class,
                        WhoResource.class,
                        StaffBean.class,
                        StaffServlet.class,
                        StaffGroups.class)),
                ISSUER,
                Map.of(
                    "vouchgate.policy.bean.paths", "/rest/who/bean",
                    "vouchgate.policy.bean.roles", "staff")));
  }

  @AfterAll
  static void undeploy() {
    application.close();
    ISSUER.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/who/staff", "/rest/who/bean", "/staff"})
  void letsInWhomTheStoreTakesForStaff(String path) throws Exception {
    assertThat(application.get(path, ISSUER.token("alice", "user")).statusCode()).isEqualTo(200);
    assertThat(application.get(path, ISSUER.token("carol", "user")).statusCode()).isEqualTo(403);
    assertThat(application.get(path, ISSUER.expiredToken("alice", "user")).statusCode())
        .isEqualTo(401);
    assertThat(application.get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void addsToTheGroupsOfTheTokenWithoutChangingTheClaim() throws Exception {
    String alice = ISSUER.token("alice", "user");

    assertThat(application.get("/staff", alice).body()).isEqualTo("alice staff=true user=true");
    assertThat(application.get("/rest/who/token", alice).body())
        .isEqualTo(ISSUER.name() + " [user]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/rest/who/staff", "/rest/who/bean", "/staff", "/rest/who/user"})
  void letsNobodyInOfWhomTheStoreCannotTell(String path) throws Exception {
    HttpResponse<String> unknown = application.get(path, ISSUER.token("mallory", "user", "staff"));

    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
  }
}
