package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.nio.file.Files;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Modules of an enterprise archive where the server would leave the beans of one open. */
@Tag("shared-container")
@ExtendWith(SharedServer.class)
class SharedContainerIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @AfterAll
  static void endIssuer() {
    ISSUER.close();
  }

  @Test
  void stopsTheDeploymentAndSaysWhy(Server server) throws Exception {
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "open.ear");
    for (String module : new String[] {"open-shop", "open-market"}) {
      ear.addAsModule(
          Wars.guarded(module, ISSUER, WhoApplication.class, WhoResource.class, StaffBean.class));
    }

    assertThatIllegalStateException().isThrownBy(() -> Deployed.to(server, ear));
    assertThat(Files.readString(SharedServer.LOG))
        .containsPattern(
            "Vouchgate cannot (guard|serve) dev[.]vouchgate[.]it[.]deployment[.]app[.]");
  }
}
