package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.HttpCall.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's cookie comes along with whatever a page asks for: only our own pages may write. */
class CsrfTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String KNOWN = "jdoe@example.com|jdoe@example.com|MP-JWT|user=true";
  private static final String COOKIE =
      Live.SETTINGS + "mp.jwt.token.header=Cookie\nmp.jwt.token.cookie=__Host-token\n";

  @BeforeAll
  static void deploy() {
    TOMCAT.deploy("/shop", application(""));
    TOMCAT.deploy("/proxied", application("vouchgate.csrf.origins=https://shop.example.com\n"));
    TOMCAT.deploy("/unchecked", application("vouchgate.csrf=off\n"));
  }

  private static TestApplication application(String more) {
    return new TestApplication()
        .settings(
            COOKIE
                + "vouchgate.policy.mine.paths=/mine/*\n"
                + "vouchgate.policy.mine.roles=**\n"
                + more)
        .servlet("/open", new CallerServlet())
        .servlet("/mine/*", new CallerServlet())
        .servlet("/forward", Dispatching.forward());
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @ParameterizedTest(name = "{0} [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST    | Sec-Fetch-Site: same-origin           | 200",
        "POST    | Sec-Fetch-Site: none                  | 200",
        "POST    | Sec-Fetch-Site: same-site             | 403",
        "POST    | Sec-Fetch-Site: cross-site            | 403",
        "POST    | Origin: http://127.0.0.1              | 200",
        "POST    | Origin: https://127.0.0.1             | 403",
        "POST    | Origin: http://127.0.0.1:8080         | 403",
        "POST    | Origin: https://evil.example          | 403",
        "POST    | Origin: null                          | 403",
        "POST    | Referer: http://127.0.0.1/shop/open   | 403",
        "DELETE  | X-Requested-With: XMLHttpRequest      | 403",
        "PUT     | X-HTTP-Method-Override: GET           | 403",
        "PATCH   | X: y                                  | 403",
        "post    | X: y                                  | 403",
        "BREW    | X: y                                  | 403",
        "GET     | Upgrade: websocket                    | 403",
        "GET     | Sec-Fetch-Site: cross-site            | 200",
        "HEAD    | Origin: https://evil.example          | 200",
        "OPTIONS | Origin: https://evil.example          | 200",
      })
  void letsOnlyOurOwnPagesWrite(String method, String header, int status) {
    for (String path : new String[] {"/shop/mine/x", "/shop/open"}) {
      Answered answer = call(method, path).header(header).send();
      assertThat(answer.status()).as(path).isEqualTo(status);
      if (status == 200) {
        assertThat(answer.body()).startsWith(method.equals("HEAD") ? "" : KNOWN);
      } else {
        assertRefused(answer);
      }
    }
  }

  @Test
  void asksNobodyWhoBringsNoCookieThatProvesAnything() {
    HttpCall anonymous = HttpCall.of(TOMCAT.port(), "POST", "/shop/open");
    assertThat(anonymous.send().body()).startsWith("nobody");
    Answered stale = anonymous.header("Cookie: __Host-token=" + Live.tampered()).send();
    assertThat(stale.status()).isEqualTo(200);
    assertThat(stale.body()).startsWith("nobody");
    assertThat(anonymous.token(Live.user()).send().body()).startsWith("nobody");
  }

  @Test
  void staysRefusedWhereverTheRequestWouldHaveGone() {
    assertRefused(call("POST", "/shop/forward?to=/open").send());
  }

  @Test
  void letsThePagesOfAllowedOriginsWriteToo() {
    HttpCall post = call("POST", "/proxied/mine/x");
    assertThat(post.header("Origin: https://shop.example.com").send().status()).isEqualTo(200);
    assertThat(post.header("Origin: http://127.0.0.1").send().status()).isEqualTo(200);
    assertRefused(post.header("Origin: http://shop.example.com").send());
    assertThat(
            post.header("Origin: https://shop.example.com")
                .header("Sec-Fetch-Site: same-site")
                .send()
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Origin: https://evil.example", "X: y"})
  void canBeSwitchedOff(String header) {
    assertThat(call("POST", "/unchecked/mine/x").header(header).send().body()).startsWith(KNOWN);
  }

  private static HttpCall call(String method, String path) {
    return HttpCall.of(TOMCAT.port(), method, path).header("Cookie: __Host-token=" + Live.user());
  }

  private static void assertRefused(Answered answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(TOMCAT.log().text()).contains("Token refused: cross_site: ");
  }
}
