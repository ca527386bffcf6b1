package dev.vouchgate.it.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a path policy promises holds for what the server serves, whatever the request looks like.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class PathThreatsIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return PlacesWar.trusting(ISSUER);
  }

  @ParameterizedTest
  @EnumSource
  void f4ServesEachPlaceToWhoeverMay(Place place) throws Exception {
    String path = place == Place.REST_PREFIX ? place.path() + "/x" : place.path();
    Answer answer = RawCall.get(base, path).token(admin()).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(place.isServed(answer)).isTrue();
  }

  /** What containers decode or leave out makes no other address, however often it is asked for. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/guarded",
        "/guarded/",
        "/guarded/x/",
        "/guarded/x;a=b",
        "/guarded/x;jsessionid=none",
        "/guarded/a%20b+c%2Bd",
        "/guarded/caf%C3%A9",
        "/guarded/%F0%9F%94%91",
        "/%67uarded/%78",
        "/guarded/x?y=/../z;",
      })
  void f4ServesAPlaceToWhoeverMayAsBrowsersWriteIt(String path) throws Exception {
    for (int times = 0; times < 2; times++) {
      Answer answer = RawCall.get(base, path).token(admin()).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(Place.PREFIX.isServed(answer)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f4ServesNoPlaceUnderAnotherSpelling(Place place) throws Exception {
    assertThat(new Intruder(base, "", ISSUER).spell(place)).isEmpty();
  }

  /** Open Liberty remembers what it has found for the address before the semicolon. */
  @ParameterizedTest
  @EnumSource
  void f4ServesNoPlaceUnderAnAddressThatHasLedThere(Place place) throws Exception {
    Intruder intruder = new Intruder(base, "", ISSUER);
    String other = "/elsewhere-" + place;
    List<String> served = new ArrayList<>();
    served.addAll(intruder.attempt(place, "GET", other + ";/.." + place.path()));
    served.addAll(intruder.attempt(place, "GET", other));
    assertThat(served).isEmpty();
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"forward", "include", "async"})
  void f5HoldsPoliciesAtEveryDispatch(String way) throws Exception {
    Intruder intruder = new Intruder(base, "", ISSUER);
    List<String> served = new ArrayList<>();
    for (String path :
        List.of(
            "/guarded/x",
            "/guarded;a=b/x",
            "/open/../guarded/x",
            "/open/%252e%252e/guarded/x",
            "/open/%252e%252e%252fguarded/x")) {
      served.addAll(intruder.attempt(Place.PREFIX, "GET", "/to/" + way + "?path=" + path));
    }
    assertThat(served).isEmpty();

    Answer admin = RawCall.get(base, "/to/" + way + "?path=/guarded/x").token(admin()).send();
    assertThat(Place.PREFIX.isServed(admin)).isTrue();
    Answer user = RawCall.get(base, "/to/" + way + "?path=/open/x").send();
    assertThat(user.body()).contains("served /open/* to null");
  }

  @ParameterizedTest
  @EnumSource
  void f6ServesNoPlaceByAnotherMethod(Place place) throws Exception {
    assertThat(new Intruder(base, "", ISSUER).vary(place)).isEmpty();
  }

  @ParameterizedTest(name = "{0} [{1}]: nobody {2}, admin {3}")
  @CsvSource({
    "POST,    X: y,                           401, 200",
    "DELETE,  X: y,                           401, 200",
    "GET,     X: y,                           401, 403",
    "HEAD,    X: y,                           401, 403",
    "OPTIONS, X: y,                           401, 403",
    "PUT,     X: y,                           401, 403",
    "PATCH,   X: y,                           401, 403",
    "GET,     X-HTTP-Method-Override: POST,   401, 403",
    "PUT,     X-HTTP-Method-Override: DELETE, 401, 403",
    "POST,    X-HTTP-Method-Override: GET,    401, 200",
  })
  void f6DeniesTheMethodsThatAPathIsNotNamedFor(String method, String header, int nobody, int admin)
      throws Exception {
    RawCall call = RawCall.of(base, method, "/written").header(header);
    assertThat(call.send().status()).isEqualTo(nobody);
    assertThat(call.token(admin()).send().status()).isEqualTo(admin);
  }

  /** Some servers know such methods as the one in capitals, others refuse them. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"post", "Post", "pOST", "POSTS", "BREW", "TRACE", "PROPFIND"})
  void f6LetsNobodyPassByAMethodThatIsOnlyAlike(String method) throws Exception {
    Answer answer =
        RawCall.of(base, method, "/written").token(ISSUER.token("alice", "user")).send();
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.headers("X-Served")).isEmpty();
  }

  @Test
  void f6AnswersOptionsOfTheWholeServerWithoutServingAnything() throws Exception {
    Answer answer = RawCall.of(base, "OPTIONS", "*").send();
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.headers("X-Served")).isEmpty();
  }

  private static String admin() {
    return ISSUER.token("bob", "user", "admin");
  }
}
