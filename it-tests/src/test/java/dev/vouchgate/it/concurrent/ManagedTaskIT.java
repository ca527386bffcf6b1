package dev.vouchgate.it.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks of the container's executors, which take the caller along (Jakarta Concurrency 3.0). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
@Tag("concurrency")
class ManagedTaskIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final int ROUNDS = 40;

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(ISSUER, TaskServlet.class, Witness.class, Members.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"submitted", "staged", "scheduled"})
  void knowsWhoseTaskItIs(String kind) throws Exception {
    String path = "task/" + kind;
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(Calls.get(base, path, ISSUER.token("alice", "user")).body())
          .isEqualTo("alice/user+**");
      assertThat(Calls.get(base, path).body()).isEqualTo("null/");
      assertThat(Calls.get(base, path, ISSUER.token("bob", "admin")).body())
          .isEqualTo("bob/admin+**");
    }
  }
}
