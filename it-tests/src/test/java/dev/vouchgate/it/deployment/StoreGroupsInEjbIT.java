package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.EjbResource;
import dev.vouchgate.it.deployment.app.StaffEjb;
import dev.vouchgate.it.deployment.app.StaffGroups;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups of an application's own identity store, asked for by an enterprise bean. */
@Tag("matrix")
@Tag("jakarta-security")
@Tag("ejb")
@ExtendWith(SharedServer.class)
class StoreGroupsInEjbIT {

  @Test
  void letInWhomTheStoreTakesForStaff(Server server) throws Exception {
    try (TestIssuer issuer = new TestIssuer();
        Deployed application = Deployed.to(server, war(issuer))) {
      assertThat(application.get("/rest/ejb", issuer.token("alice", "user")).body())
          .isEqualTo("alice true");
      assertThat(application.get("/rest/ejb", issuer.token("carol", "user")).statusCode())
          .isEqualTo(403);
      assertThat(application.get("/rest/ejb").statusCode()).isEqualTo(401);
    }
  }

  private static WebArchive war(TestIssuer issuer) {
    return Wars.guarded(
        "stores-ejb",
        issuer,
        WhoApplication.class,
        EjbResource.class,
        StaffEjb.class,
        StaffGroups.class);
  }
}
