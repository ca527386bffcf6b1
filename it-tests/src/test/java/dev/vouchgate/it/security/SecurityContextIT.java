package dev.vouchgate.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.RestApplication;
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

/** {@code jakarta.ws.rs.core.SecurityContext}, in an application that declares no role. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class SecurityContextIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(ISSUER, RestApplication.class, SecurityResource.class);
  }

  @Test
  void knowsTheCallerByTheToken() throws Exception {
    assertThat(Calls.get(base, "rest/security", ISSUER.token("alice", "user")).body())
        .isEqualTo("alice by token user+** MP-JWT");
    assertThat(Calls.get(base, "rest/security", ISSUER.token("bob", "user", "admin")).body())
        .isEqualTo("bob by token user+admin+** MP-JWT");
  }

  @Test
  @Tag("auth-type")
  void knowsNobodyWithoutAToken() throws Exception {
    assertThat(Calls.get(base, "rest/security").body()).isEqualTo("null  null");
  }
}
