package dev.vouchgate.it.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.Witness;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** People who log in by the application's own identity store. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
@Tag("jakarta-security")
class PasswordLoginIT {
  private static final String BOB = "username=bob&password=b%C3%BCro";

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.with(
        Map.of(
            "vouchgate.issue.issuer", "staff",
            "mp.jwt.verify.audiences", "shop",
            "vouchgate.login.path", "/session",
            "vouchgate.policy.default", "deny",
            "vouchgate.policy.vault.paths", "/vault",
            "vouchgate.policy.vault.roles", "**"),
        StaffStore.class,
        VaultServlet.class,
        Witness.class,
        Members.class);
  }

  @Test
  void getTokensThatTheApplicationTakes() throws Exception {
    HttpResponse<String> answer = post("session", BOB);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");

    HttpResponse<String> vault = Calls.get(base, "vault", member(answer, "access_token"));
    assertThat(vault.statusCode()).isEqualTo(200);
    assertThat(vault.body()).isEqualTo(Witness.BOB);
  }

  @Test
  void renewTheirTokensOnceEach() throws Exception {
    String first = member(post("session", BOB), "refresh_token");
    HttpResponse<String> renewed = post("session/refresh", "refresh_token=" + first);
    assertThat(renewed.statusCode()).isEqualTo(200);
    assertThat(Calls.get(base, "vault", member(renewed, "access_token")).statusCode())
        .isEqualTo(200);

    assertThat(post("session/refresh", "refresh_token=" + first).statusCode()).isEqualTo(401);
    String second = member(renewed, "refresh_token");
    assertThat(post("session/refresh", "refresh_token=" + second).statusCode()).isEqualTo(401);
  }

  @Test
  void logOut() throws Exception {
    String token = member(post("session", BOB), "refresh_token");
    assertThat(post("session/logout", "refresh_token=" + token).statusCode()).isEqualTo(204);
    assertThat(post("session/refresh", "refresh_token=" + token).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username=bob&password=wrong", "username=nobody&password=b%C3%BCro"})
  void areToldNothingOfWhatWasWrong(String form) throws Exception {
    HttpResponse<String> answer = post("session", form);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(member(answer, "error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"username=bob", BOB + "&username=alice", BOB + "&role=admin"})
  void sendEachFieldOnceAndNoOther(String form) throws Exception {
    HttpResponse<String> answer = post("session", form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(member(answer, "error")).isEqualTo("invalid_request");
  }

  @Test
  void sendNothingInTheAddressAndNothingTooLong() throws Exception {
    assertThat(post("session?" + BOB, "").statusCode()).isEqualTo(400);
    assertThat(post("session", BOB + "&password=" + "x".repeat(9_000)).statusCode()).isEqualTo(400);
    assertThat(Calls.get(base, "session").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return Calls.send(
        Calls.request(base, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static String member(HttpResponse<String> answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(found.find()).as("%s in %s", name, answer.statusCode()).isTrue();
    return found.group(1);
  }
}
