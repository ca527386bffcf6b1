package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back where somebody must not pass, byte for byte. */
class RefusalTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final StubJwksServer NO_KEYS = new StubJwksServer().serve(Answer.status(500));
  private static final Dispatching.CountingServlet BEHIND = new Dispatching.CountingServlet();
  private static final String INSUFFICIENT =
      "Bearer realm=\"shop\", error=\"insufficient_scope\","
          + " error_description=\"The access token does not carry a role that this needs\"";

  @BeforeAll
  static void deploy() {
    String policies =
        """
        vouchgate.realm=shop
        vouchgate.policy.admin.paths=/admin/*
        vouchgate.policy.admin.roles=admin
        """;
    TOMCAT.deploy(
        "/shop",
        new TestApplication()
            .settings(Live.SETTINGS + policies)
            .servlet("/admin/*", BEHIND)
            .servlet("/public", BEHIND)
            .servlet("/refuse", Dispatching.refuse())
            .servlet("/forward", Dispatching.forward())
            .servlet("/include", Dispatching.include()));
    TestApplication blind =
        new TestApplication()
            .settings(
                policies
                    + "mp.jwt.verify.issuer="
                    + Tokens.ISSUER
                    + "\nmp.jwt.verify.publickey.location="
                    + NO_KEYS.jwks())
            .servlet("/admin/*", BEHIND)
            .servlet("/public", BEHIND);
    TOMCAT.deploy("/blind", blind);
    // Each tells it once a minute.
    TOMCAT.deploy("/blind-too", blind);
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
    NO_KEYS.close();
  }

  @BeforeEach
  void forget() {
    TOMCAT.log().clear();
  }

  @Test
  void asksForCredentialsAndNamesNoErrorWhereNoneWereSent() {
    Answered answer = TOMCAT.get("/shop/admin/x").send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"shop\"");
    assertRefused(answer);
  }

  @Test
  void asksTheSameOfAnotherScheme() {
    Answered answer = TOMCAT.get("/shop/admin/x").header("Authorization: Basic YTpi").send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"shop\"");
    assertRefused(answer);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/shop/admin/x", "/shop/public", "/shop/missing"})
  void refusesABadTokenEvenWhereNoneIsNeeded(String target) {
    int before = BEHIND.calls();
    Answered answer = TOMCAT.get(target).token(Live.tampered()).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"shop\", error=\"invalid_token\","
                + " error_description=\"The access token is malformed, expired or not trusted"
                + " here\"");
    assertThat(BEHIND.calls()).isEqualTo(before);
    assertRefused(answer);
  }

  @Test
  void refusesTwoCredentials() {
    Answered answer = TOMCAT.get("/shop/public").token(Live.user()).token(Live.admin()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers("WWW-Authenticate"))
        .containsExactly(
            "Bearer realm=\"shop\", error=\"invalid_request\","
                + " error_description=\"The request must carry exactly one bearer token\"");
    assertRefused(answer);
  }

  @Test
  void forbidsACallerWithoutTheRoleAndKeepsTheRoleToItself() {
    Answered answer = TOMCAT.get("/shop/admin/x").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(INSUFFICIENT);
    assertRefused(answer);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/blind/admin/x", "/blind-too/public"})
  void isUnavailableWithoutKeysAndSaysWhenToComeBack(String target) {
    Answered answer = TOMCAT.get(target).token(Tokens.valid().compact()).send();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After").map(Integer::valueOf)).get().isNotEqualTo(0);
    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    assertRefused(answer);
    assertThat(TOMCAT.log().text()).contains("Token not judged", NO_KEYS.jwks().toString());
  }

  @Test
  void needsNoKeysForWhoeverSendsNoToken() {
    assertThat(TOMCAT.get("/blind/public").send().status()).isEqualTo(200);
    assertThat(TOMCAT.get("/blind/admin/x").send().status()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/shop/refuse?as=itself",
        "/shop/refuse?as=cause",
        "/shop/refuse?as=deep",
        "/shop/refuse?as=runtime",
        "/shop/forward?to=/refuse%3Fas=itself",
        "/shop/forward?to=/refuse%3Fas=deep",
        "/shop/include?to=/refuse%3Fas=itself",
      })
  void answersWhatAProtectedMethodRefuses(String target) {
    Answered answer = TOMCAT.get(target).token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(INSUFFICIENT);
    assertRefused(answer);
  }

  @Test
  void cannotTakeBackAnAnswerThatHasBegun() {
    Answered answer = TOMCAT.get("/shop/refuse?as=late").token(Live.user()).send();
    assertThat(answer.body()).contains("half an answer").doesNotContain("Exception");
    assertThat(TOMCAT.log().text()).contains("AccessRefusedException");
  }

  @Test
  void leavesTheApplicationsOwnFaultsToTheContainer() {
    Answered answer = TOMCAT.get("/shop/refuse?as=own").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(TOMCAT.log().text()).contains("IllegalStateException: of its own");
  }

  @Test
  void writesTheReasonToTheLogAndNotTheToken() {
    String token = Live.tampered();
    assertThat(TOMCAT.get("/shop/public").token(token).send().status()).isEqualTo(401);
    assertThat(TOMCAT.log().text())
        .contains("Token refused: bad_signature: ")
        .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
  }

  @Test
  void writesARefusalForWantOfARoleToTheLog() {
    TOMCAT.get("/shop/admin/x").token(Live.user()).send();
    assertThat(TOMCAT.log().text())
        .contains("Token refused: insufficient_scope: the caller has none of the roles [admin]");
  }

  private static void assertRefused(Answered answer) {
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Length")).contains("0");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }
}
