package dev.vouchgate.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code jakarta.security.enterprise.SecurityContext}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
@Tag("jakarta-security")
class JakartaSecurityIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER, SecurityServlet.class, VaultServlet.class, Witness.class, Members.class);
  }

  @Test
  void knowsTheCallerByTheToken() throws Exception {
    assertThat(Calls.get(base, "security", ISSUER.token("alice", "user")).body())
        .isEqualTo("alice/user/alice/");
    assertThat(Calls.get(base, "security", ISSUER.token("bob", "user", "admin")).body())
        .isEqualTo("bob/user+admin/bob/vault");
  }

  /** Null by the specification; WildFly has a name for nobody. */
  @Test
  void knowsNobodyWithoutAToken() throws Exception {
    assertThat(Calls.get(base, "security").body()).isIn("null///", "anonymous///");
  }
}
