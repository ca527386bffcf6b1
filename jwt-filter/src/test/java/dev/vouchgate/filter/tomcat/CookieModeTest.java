package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.Tokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens in a cookie: a stale one must not lock its owner out of the login page. */
class CookieModeTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final StubJwksServer NO_KEYS = new StubJwksServer().serve(Answer.status(500));

  @BeforeAll
  static void deploy() {
    String cookie =
        """
        mp.jwt.token.header=Cookie
        mp.jwt.token.cookie=token
        vouchgate.policy.mine.paths=/mine/*
        vouchgate.policy.mine.roles=**
        """;
    TOMCAT.deploy(
        "/shop",
        new TestApplication()
            .settings(Live.SETTINGS + cookie)
            .servlet("/login", new CallerServlet())
            .servlet("/mine/*", new CallerServlet()));
    TOMCAT.deploy(
        "/blind",
        new TestApplication()
            .settings(
                cookie
                    + "mp.jwt.verify.issuer="
                    + Tokens.ISSUER
                    + "\nmp.jwt.verify.publickey.location="
                    + NO_KEYS.jwks())
            .servlet("/login", new CallerServlet())
            .servlet("/mine/*", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
    NO_KEYS.close();
  }

  @Test
  void knowsTheCallerByTheCookie() {
    assertThat(withCookie("/shop/mine/x", Live.user()).body())
        .startsWith("jdoe@example.com|jdoe@example.com|MP-JWT|user=true");
  }

  @Test
  void readsNoHeader() {
    Answered answer = TOMCAT.get("/shop/mine/x").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"vouchgate\"");
    assertThat(TOMCAT.get("/shop/login").token(Live.tampered()).send().status()).isEqualTo(200);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("expired", Tokens.valid("HS256").compact(), 401, "invalid_token"),
        Arguments.of("tampered", Live.tampered(), 401, "invalid_token"),
        Arguments.of("no token", "wombat", 401, "invalid_token"),
        Arguments.of("in quotes", "\"wombat\"", 401, "invalid_token"),
        Arguments.of("good, in quotes", "\"" + Live.user() + "\"", 401, "invalid_token"),
        Arguments.of("good, and a blank", Live.user() + " ; c=d", 401, "invalid_token"),
        Arguments.of("two of them", Live.user() + "; token=wombat", 400, "invalid_request"),
        Arguments.of(
            "two in two headers",
            Live.user() + "\r\nCookie: token=" + Live.user(),
            400,
            "invalid_request"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void takesARefusedCookieForNoneWhereNoneIsNeeded(
      String name, String cookie, int status, String error) {
    Answered open = withCookie("/shop/login", cookie);
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.body()).startsWith("nobody|null|null|user=false");
    assertThat(open.headers("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void saysWhatIsWrongWithTheCookieWhereOneIsNeeded(
      String name, String cookie, int status, String error) {
    Answered answer = withCookie("/shop/mine/x", cookie);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("WWW-Authenticate")).get().asString().contains("\"" + error + "\"");
    assertThat(answer.text()).doesNotContain("wombat");
  }

  @Test
  void isUnavailableWithoutKeysOnlyWhereACallerIsNeeded() {
    String token = Tokens.valid().compact();
    assertThat(withCookie("/blind/login", token).status()).isEqualTo(200);
    Answered answer = withCookie("/blind/mine/x", token);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isPresent();
  }

  private static Answered withCookie(String target, String value) {
    return TOMCAT.get(target).header("Cookie: a=b; token=" + value).send();
  }
}
