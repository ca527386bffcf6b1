package dev.vouchgate.it.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.issue.peers.Peer;
import dev.vouchgate.it.issue.peers.Verification;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other libraries judge the tokens of an application by what it publishes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class TrustedByPeersIT {
  private static final PublicAddress ADDRESS = new PublicAddress();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.with(issuing(), TokenServlet.class);
  }

  @BeforeEach
  void publish() {
    ADDRESS.leadTo(base);
  }

  @AfterAll
  static void end() {
    ADDRESS.close();
  }

  @ParameterizedTest
  @EnumSource
  void takeTokensThatAreForThem(Peer peer) throws Exception {
    assertThat(inventory(peer).subjectOf(tokenFor("inventory"))).isEqualTo("bob");
  }

  @ParameterizedTest
  @EnumSource
  void refuseTokensThatAreForSomebodyElse(Peer peer) throws Exception {
    Verification inventory = inventory(peer);
    String other = tokenFor("orders");

    assertThatThrownBy(() -> inventory.subjectOf(other))
        .hasStackTraceContaining(peer.wrongAudience());
  }

  @ParameterizedTest
  @EnumSource
  void refuseTokensOfAnotherRing(Peer peer) throws Exception {
    Verification inventory = inventory(peer);
    assertThat(inventory.subjectOf(tokenFor("inventory"))).isEqualTo("bob");
    try (Gate stranger =
        Gate.from(
            Settings.read(SettingsSource.of(issuing()), TrustedByPeersIT.class.getClassLoader()))) {
      String forged = stranger.issuer().orElseThrow().token("bob", "inventory").issue().compact();

      assertThatThrownBy(() -> inventory.subjectOf(forged))
          .hasStackTraceContaining(peer.unknownKey());
    }
  }

  private static Map<String, String> issuing() {
    return Map.of("vouchgate.issue.issuer", ADDRESS.text(), "mp.jwt.verify.audiences", "shop");
  }

  private static Verification inventory(Peer peer) throws Exception {
    return peer.trusting(ADDRESS.text(), "inventory");
  }

  private String tokenFor(String audience) throws Exception {
    HttpResponse<String> answer =
        Calls.get(base, "token?audience=" + audience + "&caller=bob&role=user");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
