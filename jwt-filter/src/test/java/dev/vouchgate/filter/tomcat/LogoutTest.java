package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A caller who is logged out while the request goes on (Servlet 6, HttpServletRequest#logout: null
 * is what {@code getUserPrincipal}, {@code getRemoteUser} and {@code getAuthType} then return).
 */
class LogoutTest {
  private static final String NOBODY =
      "nobody|null|null|user=false|admin=false|*=false|**=false|=false";
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();

  @BeforeAll
  static void deploy() {
    TOMCAT
        .deploy(
            "/shop",
            new TestApplication()
                .settings(
                    Live.SETTINGS
                        + "vouchgate.policy.mine.paths=/mine\nvouchgate.policy.mine.roles=**\n")
                .servlet("/caller", new CallerServlet())
                .servlet("/mine", new CallerServlet())
                .servlet("/forward", Dispatching.forward())
                .servlet("/async", Dispatching.asyncDispatch())
                .servlet("/logout", Dispatching.logout())
                .servlet("/logout-and-go", Dispatching.logoutAndForward())
                .servlet("/logout-and-login", Dispatching.logoutAndLogIn()))
        .getPipeline()
        .addValve(new KnownCallerTest.Knowing());
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/shop/logout",
        "/shop/logout-and-go?to=/caller",
        "/shop/logout-and-go?to=/forward%3Fto=/caller",
        "/shop/logout-and-go?to=/async%3Fto=/caller",
        "/shop/forward?to=/logout",
      })
  void leavesNobody(String target) {
    assertThat(TOMCAT.get(target).token(Live.admin()).send().body()).isEqualTo(NOBODY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/shop/logout", "/shop/logout-and-go?to=/caller"})
  void leavesNobodyWhereTheContainerKnewTheCallerToo(String target) {
    Answered answer =
        TOMCAT.get(target).header("Known: jdoe@example.com").token(Live.user()).send();
    assertThat(answer.body()).isEqualTo(NOBODY);
  }

  @Test
  void closesWhatAPolicyKeepsForCallers() {
    Answered answer = TOMCAT.get("/shop/logout-and-go?to=/mine").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer realm=\"vouchgate\"");
  }

  @Test
  void lastsNoLongerThanTheRequest() {
    TOMCAT.get("/shop/logout").token(Live.user()).send();
    assertThat(TOMCAT.get("/shop/caller").token(Live.user()).send().body())
        .startsWith("jdoe@example.com|jdoe@example.com|MP-JWT|user=true");
  }

  @Test
  void leavesLoggingInToTheContainer() {
    assertThat(TOMCAT.get("/shop/logout-and-login").token(Live.user()).send().body())
        .startsWith("ServletException: ")
        .doesNotContain("by its token")
        .endsWith(NOBODY);
  }
}
