package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forward, include, async and error: the caller stays known, and every policy holds. */
class DispatchTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String USER = "jdoe@example.com|jdoe@example.com|MP-JWT|user=true";

  @BeforeAll
  static void deploy() {
    TOMCAT.deploy(
        "/shop",
        new TestApplication()
            .settings(
                Live.SETTINGS
                    + "vouchgate.policy.admin.paths=/admin/*\n"
                    + "vouchgate.policy.admin.roles=admin\n")
            .webXml(
                "<error-page><error-code>418</error-code><location>/caller</location></error-page>")
            .webXml(
                "<error-page><error-code>401</error-code><location>/caller</location></error-page>")
            .servlet("/caller", new CallerServlet())
            .servlet("/admin/caller", new CallerServlet())
            .servlet("/forward", Dispatching.forward())
            .servlet("/include", Dispatching.include())
            .servlet("/async", Dispatching.asyncDispatch())
            .servlet("/async-caller", Dispatching.asyncCaller())
            .servlet("/error", Dispatching.error()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/shop/forward?to=/caller",
        "/shop/forward?to=/forward%3Fto=/caller",
        "/shop/async?to=/caller",
        "/shop/async?to=/forward%3Fto=/caller",
        "/shop/async-caller",
      })
  void keepsTheCaller(String target) {
    Answered answer = TOMCAT.get(target).token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith(USER).contains("admin=false");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"/shop/forward?to=/caller", "/shop/async?to=/caller", "/shop/async-caller"})
  void keepsAnAnonymousCallerAnonymous(String target) {
    assertThat(TOMCAT.get(target).send().body()).startsWith("nobody|null|null|user=false");
  }

  @Test
  void includesWithTheCallerKnown() {
    assertThat(TOMCAT.get("/shop/include?to=/caller").token(Live.user()).send().body())
        .startsWith("[" + USER)
        .endsWith("]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/shop/forward?to=/admin/caller",
    "/shop/forward?to=/forward%3Fto=/admin/caller",
    "/shop/async?to=/admin/caller",
  })
  void holdsPoliciesAtEachDispatch(String target) {
    assertThat(TOMCAT.get(target).send().status()).isEqualTo(401);
    Answered refused = TOMCAT.get(target).token(Live.user()).send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).get().asString().contains("insufficient_scope");
    assertThat(refused.body()).isEmpty();
    assertThat(TOMCAT.get(target).token(Live.admin()).send().status()).isEqualTo(200);
  }

  /** The page has begun and cannot be taken back; a response ignores what is set in an include. */
  @Test
  void leavesOutAnIncludeThatAPolicyForbids() {
    String target = "/shop/include?to=/admin/caller";
    assertThat(TOMCAT.get(target).send().body()).isEqualTo("[]");
    Answered user = TOMCAT.get(target).token(Live.user()).send();
    assertThat(user.status()).isEqualTo(200);
    assertThat(user.body()).isEqualTo("[]");
    assertThat(TOMCAT.get(target).token(Live.admin()).send().body()).contains("admin=true");
  }

  @Test
  void knowsTheCallerOnAnErrorPage() {
    Answered answer = TOMCAT.get("/shop/error").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.body()).startsWith(USER);
  }

  @Test
  void showsAnErrorPageToAnybody() {
    assertThat(TOMCAT.get("/shop/error").send().body()).startsWith("nobody");
  }

  @Test
  void answersARefusalItselfAndNotWithAnErrorPage() {
    Answered answer = TOMCAT.get("/shop/caller").token(Live.tampered()).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }
}
