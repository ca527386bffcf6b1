package dev.vouchgate.it.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
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

/** Row F4 where the container's own constraint is all that guards a place. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class ConstraintThreatsIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(ISSUER, VaultServlet.class, Witness.class, Members.class);
  }

  /** Open Liberty remembers what it has found for the address before the semicolon. */
  @ParameterizedTest
  @ValueSource(strings = {"/a", "/elses", "/elsewhere", "/else/where"})
  void f4ServesNoPlaceUnderAnAddressThatHasLedThere(String other) throws Exception {
    for (String path : new String[] {other + ";/../vault", other, other}) {
      Answer answer = RawCall.get(base, path).send();
      assertThat(answer.status()).isNotEqualTo(200);
      assertThat(answer.body()).doesNotContain(Witness.NOBODY);
    }
  }
}
