package dev.vouchgate.it.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.login.PasswordCheck;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People who log in where there is no identity store, with or without Jakarta Security: a class of
 * the application's own knows their passwords.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class OwnPasswordsIT {
  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.with(
            Map.of(
                "vouchgate.issue.issuer", "staff",
                "mp.jwt.verify.audiences", "shop",
                "vouchgate.login.path", "/login"),
            OwnPasswords.class,
            VaultServlet.class,
            Witness.class,
            Members.class)
        .addAsServiceProvider(PasswordCheck.class, OwnPasswords.class);
  }

  @Test
  void letPeopleInAndRenewTheirTokens() throws Exception {
    Map<String, Object> first = granted(post("login", "username=bob&password=b%C3%BCro"));
    assertOpensTheVault(first);

    assertOpensTheVault(
        granted(post("login/refresh", "refresh_token=" + first.get("refresh_token"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"username=bob&password=wrong", "username=nobody&password=b%C3%BCro"})
  void letNobodyElseIn(String form) throws Exception {
    HttpResponse<String> answer = post("login", form);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(JSONObjectUtils.parse(answer.body())).containsEntry("error", "invalid_grant");
  }

  private void assertOpensTheVault(Map<String, Object> tokens) throws Exception {
    HttpResponse<String> vault =
        Calls.get(base, "vault", String.valueOf(tokens.get("access_token")));
    assertThat(vault.statusCode()).isEqualTo(200);
    assertThat(vault.body()).isEqualTo(Witness.BOB);
  }

  private static Map<String, Object> granted(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSONObjectUtils.parse(answer.body());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return Calls.send(
        Calls.request(base, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }
}
