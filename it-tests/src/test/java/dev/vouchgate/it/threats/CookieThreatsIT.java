package dev.vouchgate.it.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.net.URL;
import java.util.List;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row F3 where tokens come in a cookie, which browsers send by themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class CookieThreatsIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final List<String> PLACES = List.of("/open", "/mine", "/constrained");

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        Map.of(
            "mp.jwt.token.header", "Cookie",
            "mp.jwt.token.cookie", "__Host-token",
            "vouchgate.csrf.origins", "https://shop.example.com",
            "vouchgate.policy.mine.paths", "/mine",
            "vouchgate.policy.mine.roles", "user"),
        CookieServlet.class,
        ConstrainedServlet.class);
  }

  @Test
  void f3KnowsTheCallerByTheCookie() throws Exception {
    for (String place : PLACES) {
      Answer answer = cookie("GET", place, alice()).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("called by alice");
    }
  }

  @ParameterizedTest(name = "{0} [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | Sec-Fetch-Site: same-origin      | 200",
        "POST   | Sec-Fetch-Site: none             | 200",
        "POST   | Sec-Fetch-Site: same-site        | 403",
        "POST   | Sec-Fetch-Site: cross-site       | 403",
        "POST   | Origin: OWN                      | 200",
        "PUT    | Origin: https://shop.example.com | 200",
        "DELETE | Origin: https://evil.example     | 403",
        "POST   | Origin: OWN.evil.example         | 403",
        "POST   | Origin: http://127.0.0.1         | 403",
        "POST   | Origin: null                     | 403",
        "POST   | X: y                             | 403",
        "PUT    | X-HTTP-Method-Override: GET      | 403",
        "GET    | Sec-Fetch-Site: cross-site       | 200",
      })
  void f3LetsOnlyOurOwnPagesWriteInTheNameOfTheCookie(String method, String header, int status)
      throws Exception {
    String own = "http://" + base.getHost() + ":" + base.getPort();
    for (String place : PLACES) {
      Answer answer = cookie(method, place, alice()).header(header.replace("OWN", own)).send();
      assertThat(answer.status()).as(place).isEqualTo(status);
      if (status == 403) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
      } else {
        assertThat(answer.body()).contains("called by alice");
      }
    }
  }

  /** A stale cookie must not lock its owner out of the login page, nor what is posted there. */
  @Test
  void f3TakesARefusedCookieForNoneWhereNoneIsNeeded() throws Exception {
    String good = alice();
    for (String refused :
        List.of(
            ISSUER.expiredToken("alice", "user"),
            ISSUER.tamperedToken("alice"),
            "\"" + good + "\"",
            good + " ; a=b",
            good + "; __Host-token=" + good,
            good + "\r\nCookie: __Host-token=" + ISSUER.token("bob", "user"))) {
      for (String method : List.of("GET", "POST")) {
        Answer open = cookie(method, "/open", refused).send();
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.body()).contains("called by nobody");
        for (String place : List.of("/mine", "/constrained")) {
          assertThat(cookie(method, place, refused).send().status()).isIn(400, 401);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Cookie: __host-token=TOKEN",
        "Cookie: __HOST-TOKEN=TOKEN",
        "Cookie: =__Host-token=TOKEN",
        "Cookie: __Host-token =TOKEN",
        "Cookie: a=b, __Host-token=TOKEN",
        "Cookie: __Host-token",
        "Cookie: __Host-token=",
        "Cookie: token=TOKEN",
        "Cookie: Bearer=TOKEN",
        "Cookie: ;;;=;=;",
        "Authorization: Bearer TOKEN",
        "__Host-token: TOKEN",
        "X: y",
      })
  void f3ReadsThatCookieAndNothingElse(String header) throws Exception {
    for (String place : List.of("/mine", "/constrained")) {
      Answer answer =
          RawCall.get(base, place + "?__Host-token=" + alice())
              .header(header.replace("TOKEN", alice()))
              .send();
      assertThat(answer.status()).as(place).isEqualTo(401);
      assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"vouchgate\"");
    }
  }

  private RawCall cookie(String method, String path, String value) {
    return RawCall.of(base, method, path).header("Cookie: a=b; __Host-token=" + value);
  }

  private static String alice() {
    return ISSUER.token("alice", "user");
  }
}
