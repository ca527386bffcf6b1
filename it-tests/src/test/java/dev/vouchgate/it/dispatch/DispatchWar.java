package dev.vouchgate.it.dispatch;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of this room. */
final class DispatchWar {
  private static final String ERROR_PAGES =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <error-page><error-code>404</error-code><location>/error</location></error-page>
        <error-page><error-code>410</error-code><location>/error</location></error-page>
        <error-page><exception-type>java.lang.IllegalStateException</exception-type><location>/error</location></error-page>
      </web-app>
      """;

  private DispatchWar() {}

  /** Its {@code /safe/*} is for administrators by a policy. */
  static WebArchive trusting(TestIssuer issuer) {
    return AppWar.trusting(
            issuer,
            Map.of(
                "vouchgate.policy.safe.paths", "/safe/*", "vouchgate.policy.safe.roles", "admin"),
            DispatchServlet.class,
            MembersServlet.class,
            ErrorServlet.class,
            WhoServlet.class,
            VaultServlet.class,
            Witness.class,
            Members.class)
        .setWebXML(new StringAsset(ERROR_PAGES));
  }
}
