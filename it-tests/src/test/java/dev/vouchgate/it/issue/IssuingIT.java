package dev.vouchgate.it.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.server.TemporaryFolder;
import dev.vouchgate.verify.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that issues tokens, takes them itself, and is trusted by others. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class IssuingIT {
  private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";
  private static final PublicAddress ADDRESS = new PublicAddress();
  private static final Path FOLDER = folder();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    Map<String, String> settings = issuing();
    settings.put("vouchgate.policy.default", "deny");
    settings.put("vouchgate.policy.vault.paths", "/vault,/who");
    settings.put("vouchgate.policy.vault.roles", "**");
    settings.put("vouchgate.policy.token.paths", "/token");
    settings.put("vouchgate.policy.token.roles", "**");
    return AppWar.with(
        settings,
        TokenServlet.class,
        WhoServlet.class,
        VaultServlet.class,
        Witness.class,
        Members.class);
  }

  @BeforeEach
  void publish() {
    ADDRESS.leadTo(base);
  }

  @AfterAll
  static void end() throws IOException {
    ADDRESS.close();
    TemporaryFolder.delete(FOLDER);
  }

  @Test
  void takesItsOwnTokensForTheirAudience() throws Exception {
    assertThat(Calls.get(base, "vault").statusCode()).isEqualTo(401);
    assertThat(Calls.get(base, "vault", token("shop", "bob", "admin")).statusCode()).isEqualTo(200);
    assertThat(Calls.get(base, "vault", token("inventory", "bob", "admin")).statusCode())
        .isEqualTo(401);
    assertThat(Calls.get(base, "vault", token("shop", "alice", "user")).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".well-known/jwks.json",
        ".well-known/openid-configuration",
        ".well-known/oauth-authorization-server"
      })
  void publishesToEverybody(String path) throws Exception {
    HttpResponse<String> answer = Calls.get(base, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/j");
    assertThat(answer.body()).doesNotContain("\"d\"");

    assertThat(Calls.get(base, path, "stale").statusCode()).isEqualTo(200);
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = Calls.send(Calls.request(base, path).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void isTrustedByAnotherGateThatDiscoversItsKeys() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("mp.jwt.verify.issuer", ADDRESS.text());
    settings.put("mp.jwt.verify.audiences", "inventory");
    try (Gate inventory = gate(settings)) {
      assertThat(inventory.verify(token("inventory", "bob", "user")).callerName()).isEqualTo("bob");
      assertThatThrownBy(() -> inventory.verify(token("shop", "bob", "user")))
          .isInstanceOf(RejectedException.class);
    }
  }

  @Test
  void sharesItsKeysWithAnotherNode() throws Exception {
    try (Gate node = gate(issuing())) {
      assertThat(node.verify(token("shop", "bob", "user")).callerName()).isEqualTo("bob");
      String own =
          node.issuer().orElseThrow().token("bob", "shop").roles("user", "admin").issue().compact();
      HttpResponse<String> answer = Calls.get(base, "vault", own);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Witness.BOB);
    }
  }

  private static Map<String, String> issuing() {
    Map<String, String> settings = new HashMap<>();
    settings.put("vouchgate.issue.issuer", ADDRESS.text());
    settings.put("vouchgate.issue.keys.folder", FOLDER.toString().replace('\\', '/'));
    settings.put("vouchgate.issue.keys.secret", SECRET);
    settings.put("mp.jwt.verify.audiences", "shop");
    return settings;
  }

  private static Gate gate(Map<String, String> settings) {
    return Gate.from(Settings.read(SettingsSource.of(settings), IssuingIT.class.getClassLoader()));
  }

  /** Whoever asks for a token needs one here: the first is another node's. */
  private String token(String audience, String caller, String role) throws Exception {
    try (Gate node = gate(issuing())) {
      String own = node.issuer().orElseThrow().token("clerk", "shop").issue().compact();
      HttpResponse<String> answer =
          Calls.get(
              base, "token?audience=" + audience + "&caller=" + caller + "&role=" + role, own);
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("vouchgate-it-ring");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
