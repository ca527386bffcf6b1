package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.login.PasswordCheck;
import dev.vouchgate.login.Person;
import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.HttpCall.Answered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who log in over HTTP, where an application knows their passwords itself. */
class LoginTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String OWN_PAGE = "Sec-Fetch-Site: same-origin";
  private static final String BOB = "username=bob&password=b%C3%BCro";
  private static final String REFRESH_COOKIE = "__Host-vouchgate-refresh";

  private static final String SETTINGS =
      """
      vouchgate.issue.issuer=https://shop.example.com
      mp.jwt.verify.audiences=shop
      vouchgate.login.path=/login
      """;

  private static final String IN_COOKIES =
      "mp.jwt.token.header=Cookie\nmp.jwt.token.cookie=__Host-token\n";

  /** Knows bob. */
  public static final class Staff implements PasswordCheck {
    @Override
    public Optional<Person> check(String name, String password) {
      return name.equals("bob") && password.equals("büro")
          ? Optional.of(new Person("bob", List.of("user")))
          : Optional.empty();
    }
  }

  /** Knows nobody here. */
  public static final class Unavailable implements PasswordCheck {
    @Override
    public Optional<Person> check(String name, String password) {
      throw new IllegalStateException("not to be asked");
    }

    @Override
    public boolean isAvailable() {
      return false;
    }
  }

  @BeforeAll
  static void deploy() {
    deploy("/app", SETTINGS);
    deploy("/shut", SETTINGS + "vouchgate.policy.default=deny\n");
    deploy("/cookie", SETTINGS + IN_COOKIES);
    deploy("/proxied", SETTINGS + "vouchgate.issue.token-proxies=127.0.0.0/8\n");
  }

  private static Context deploy(String path, String settings) {
    return TOMCAT.deploy(path, application(settings, Staff.class, Unavailable.class));
  }

  private static TestApplication application(String settings, Class<?>... checks) {
    StringBuilder services = new StringBuilder();
    for (Class<?> check : checks) {
      services.append(check.getName()).append('\n');
    }
    return new TestApplication()
        .settings(settings)
        .file(
            "WEB-INF/classes/META-INF/services/" + PasswordCheck.class.getName(),
            services.toString())
        .servlet("/caller", new CallerServlet());
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void givesATokenThatOpensTheApplication() throws Exception {
    Answered answer = post("/app/login", BOB);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(json(answer))
        .containsOnlyKeys("access_token", "token_type", "expires_in", "refresh_token")
        .containsEntry("token_type", "Bearer");
    String token = member(answer, "access_token");
    assertThat(TOMCAT.get("/app/caller").token(token).send().body()).startsWith("bob|");
  }

  @Test
  void isOpenWhereEverythingElseIsShutAndWhateverTokenComesAlong() {
    assertThat(TOMCAT.get("/shut/caller").send().status()).isEqualTo(401);
    assertThat(call("/shut/login").token("stale").body(BOB).send().status()).isEqualTo(200);
  }

  @Test
  void givesTheNextForARefreshTokenAndEndsTheLoginIfItComesAgain() throws Exception {
    String first = member(post("/app/login", BOB), "refresh_token");
    Answered next = post("/app/login/refresh", "refresh_token=" + first);
    assertThat(next.status()).isEqualTo(200);
    String token = member(next, "access_token");
    assertThat(TOMCAT.get("/app/caller").token(token).send().body()).startsWith("bob|");

    assertUnknown(post("/app/login/refresh", "refresh_token=" + first));
    assertUnknown(post("/app/login/refresh", "refresh_token=" + member(next, "refresh_token")));
  }

  @Test
  void endsALogin() throws Exception {
    String token = member(post("/app/login", BOB), "refresh_token");
    assertThat(post("/app/login/logout", "refresh_token=" + token).status()).isEqualTo(204);
    assertUnknown(post("/app/login/refresh", "refresh_token=" + token));
    assertThat(post("/app/login/logout", "refresh_token=unknown").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username=alice&password=b%C3%BCro", "username=carol&password=wrong"})
  void tellsNobodyWhatWasWrong(String form) throws Exception {
    assertUnknown(post("/app/login", form));
  }

  @Test
  void tellsWhoeverGuessesToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertUnknown(post("/app/login", "username=eve&password=guess" + i));
    }
    Answered answer = post("/app/login", "username=eve&password=guess");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).contains("60");
    assertThat(json(answer)).containsEntry("error", "slow_down");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "username=bob",
        "password=b%C3%BCro",
        "username=%20&password=x",
        BOB + "&username=alice",
        BOB + "&role=admin",
        BOB + "&refresh_token=x",
        "username=bob&password=%"
      })
  void wantsANameAndAPasswordOnceAndNothingElse(String form) throws Exception {
    assertInvalid(post("/app/login", form), 400);
  }

  @Test
  void readsNothingButASmallFormInTheBody() throws Exception {
    assertInvalid(call("/app/login?" + BOB).body(BOB).send(), 400);
    assertInvalid(post("/app/login", BOB + "&x=" + "y".repeat(8_192)), 400);
    assertInvalid(
        HttpCall.of(TOMCAT.port(), "POST", "/app/login")
            .header("Content-Type: application/json")
            .body("{}")
            .send(),
        400);
    assertInvalid(post("/app/login/refresh", "refresh_token=x&refresh_token=y"), 400);
    assertInvalid(post("/app/login/refresh", ""), 400);
    for (String path : List.of("/app/login", "/app/login/refresh", "/app/login/logout")) {
      assertInvalid(TOMCAT.get(path).send(), 405);
      assertThat(TOMCAT.get(path).send().header("Allow")).contains("POST");
    }
  }

  @Test
  void readsNoPasswordThatOthersCouldHaveRead() throws Exception {
    assertInvalid(call("/app/login").header("X-Forwarded-Proto: http").body(BOB).send(), 400);
    assertInvalid(post("/proxied/login", BOB), 400);
    Answered protectedOne =
        call("/proxied/login").header("X-Forwarded-Proto: https").body(BOB).send();
    assertThat(protectedOne.status()).isEqualTo(200);
  }

  @Test
  void putsTokensIntoCookiesWhereTheGateReadsThem() {
    Answered answer = call("/cookie/login").header(OWN_PAGE).body(BOB).send();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.headers("Set-Cookie"))
        .hasSize(2)
        .allMatch(line -> line.endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    assertThat(answer.headers("Set-Cookie").get(0)).containsPattern("; Max-Age=(299|300);");
    assertThat(answer.headers("Set-Cookie").get(1)).containsPattern("; Max-Age=(28799|28800);");
    assertThat(caller(answer)).startsWith("bob|");

    Answered next = withRefresh("/cookie/login/refresh", answer);
    assertThat(next.status()).isEqualTo(204);
    assertThat(caller(next)).startsWith("bob|");
    assertThat(withRefresh("/cookie/login/refresh", answer).status()).isEqualTo(401);
  }

  @Test
  void takesCookiesAwayAtLogout() {
    Answered answer = call("/cookie/login").header(OWN_PAGE).body(BOB).send();
    Answered logout = withRefresh("/cookie/login/logout", answer);

    assertThat(logout.status()).isEqualTo(204);
    assertThat(cookie(logout, "__Host-token")).isEmpty();
    assertThat(cookie(logout, REFRESH_COOKIE)).isEmpty();
    assertThat(logout.headers("Set-Cookie")).allMatch(line -> line.contains("; Max-Age=0;"));
    assertThat(withRefresh("/cookie/login/refresh", answer).status()).isEqualTo(401);
    assertThat(call("/cookie/login/refresh").header(OWN_PAGE).send().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cookie/login", "/cookie/login/refresh", "/cookie/login/logout"})
  void refusesPagesOfOtherOriginsWhereTokensAreInCookies(String path) throws Exception {
    Answered foreign = call(path).header("Sec-Fetch-Site: cross-site").body(BOB).send();
    assertInvalid(foreign, 403);
    assertThat(foreign.headers("Set-Cookie")).isEmpty();
    assertInvalid(post(path, BOB), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/login/refresh", "/login/logout"})
  void doesNotStartWhereTheApplicationHasThatPath(String path) {
    Context taken =
        TOMCAT.deploy(
            "/taken", application(SETTINGS, Staff.class).servlet(path, new CallerServlet()));

    assertThat(TomcatUnderTest.isRunning(taken)).isFalse();
    assertThat(TOMCAT.log().text()).contains("a servlet of its own at /login or /login/refresh");
    TOMCAT.undeploy(taken);
  }

  @Test
  void doesNotStartWhereNobodyKnowsAPassword() {
    Context nobody = TOMCAT.deploy("/nobody", application(SETTINGS, Unavailable.class));

    assertThat(TomcatUnderTest.isRunning(nobody)).isFalse();
    assertThat(TOMCAT.log().text())
        .contains("vouchgate.login.path is set, and nobody here knows a password");
  }

  @Test
  void isNotThereUnlessItIsConfigured() {
    deploy("/without", Live.SETTINGS);

    assertThat(post("/without/login", BOB).status()).isEqualTo(404);
  }

  private static void assertUnknown(Answered answer) throws Exception {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"vouchgate\"");
    assertThat(json(answer)).containsEntry("error", "invalid_grant").hasSize(2);
  }

  private static void assertInvalid(Answered answer, int status) throws Exception {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(json(answer)).containsEntry("error", "invalid_request").hasSize(2);
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  private static Answered post(String target, String form) {
    return call(target).body(form).send();
  }

  private static HttpCall call(String target) {
    return HttpCall.of(TOMCAT.port(), "POST", target).header(FORM);
  }

  private static Answered withRefresh(String target, Answered login) {
    return HttpCall.of(TOMCAT.port(), "POST", target)
        .header(OWN_PAGE)
        .header("Cookie: " + REFRESH_COOKIE + "=" + cookie(login, REFRESH_COOKIE))
        .body("")
        .send();
  }

  private static String caller(Answered login) {
    return TOMCAT
        .get("/cookie/caller")
        .header("Cookie: __Host-token=" + cookie(login, "__Host-token"))
        .send()
        .body();
  }

  private static String cookie(Answered answer, String name) {
    return answer.headers("Set-Cookie").stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static String member(Answered answer, String name) throws CodecException {
    return String.valueOf(json(answer).get(name));
  }

  private static Map<String, @Nullable Object> json(Answered answer) throws CodecException {
    return StrictJson.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
