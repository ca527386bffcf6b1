package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.net.http.HttpResponse;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications whose own web.xml says how callers prove themselves. */
@Tag("wildfly")
@ExtendWith(SharedServer.class)
class LoginConfigIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @AfterAll
  static void endIssuer() {
    ISSUER.close();
  }

  @Test
  void letsInByTokenBesideMpJwt(Server server) throws Exception {
    try (Deployed application = Deployed.to(server, war("MP-JWT"))) {
      String alice = ISSUER.token("alice", "user", "staff");

      assertThat(application.get("/staff", alice).body()).isEqualTo("alice staff=true user=true");
      assertThat(application.get("/rest/who/staff", alice).body()).isEqualTo("alice");
      HttpResponse<String> nobody = application.get("/staff");
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer realm=\"vouchgate\"");
    }
  }

  /**
   * WildFly asks its own user stores for whoever the library has proven, where web.xml names
   * another method than MP-JWT; docs/containers.md has what to tell it.
   */
  @Test
  void letsNobodyInByTokenBesideAMethodOfTheServers(Server server) throws Exception {
    try (Deployed application = Deployed.to(server, war("BASIC"))) {
      String alice = ISSUER.token("alice", "user", "staff");

      assertThat(application.get("/staff", alice).statusCode()).isEqualTo(500);
      assertThat(application.get("/staff", ISSUER.expiredToken("alice", "staff")).statusCode())
          .isEqualTo(401);
      assertThat(application.get("/staff").statusCode()).isEqualTo(401);
    }
  }

  private static WebArchive war(String method) {
    return Wars.guarded(
            "login-config",
            ISSUER,
            WhoApplication.class,
            WhoResource.class,
            StaffBean.class,
            StaffServlet.class)
        .setWebXML(
            new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                    + "<login-config><auth-method>"
                    + method
                    + "</auth-method></login-config></web-app>"));
  }
}
