package dev.vouchgate.it.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Authorization header, tokens that point elsewhere, and what the answers say. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class HttpThreatsIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final Attacker ATTACKER = new Attacker();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        Map.of("vouchgate.policy.safe.paths", "/safe/*", "vouchgate.policy.safe.roles", "admin"),
        WhoServlet.class,
        VaultServlet.class,
        Witness.class,
        Members.class);
  }

  @AfterAll
  static void end() {
    ATTACKER.close();
  }

  static Stream<Arguments> tokensOfTheAttacker() {
    return Stream.of(
        forged("b1 jwk", header -> header.jwk(ATTACKER.publicKey()).keyID("theirs")),
        forged("b1 jwk without kid", header -> header.jwk(ATTACKER.publicKey())),
        forged("b2 jku", header -> header.jwkURL(ATTACKER.address()).keyID("theirs")),
        forged("b2 x5u", header -> header.x509CertURL(ATTACKER.address()).keyID("theirs")),
        forged("b3 x5c", header -> header.x509CertChain(Attacker.chain())),
        forged("b4 kid is their address", header -> header.keyID(ATTACKER.address().toString())),
        forged("b4 kid is a path", header -> header.keyID("../../../../dev/null")),
        forged("b4 kid is SQL", header -> header.keyID("' UNION SELECT 'key' --")),
        forged("b4 kid is JNDI", header -> header.keyID("${jndi:" + ATTACKER.address() + "}")),
        forged("b4 kid has lines", header -> header.keyID("x\r\nX-Injected: yes\r\n\r\n<b>")),
        forged("b4 kid of 10 KB", header -> header.keyID("k".repeat(5_000))),
        Arguments.of(
            "b11 iss",
            ATTACKER.token(
                ATTACKER.address().resolve("/").toString(), header -> header.keyID("theirs"))));
  }

  private static Arguments forged(String name, UnaryOperator<JWSHeader.Builder> header) {
    return Arguments.of(name, ATTACKER.token(ISSUER, header));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokensOfTheAttacker")
  void b1ToB4AndB11TrustNothingThatTheTokenBringsAndGoNowhereItPoints(String name, String token)
      throws Exception {
    for (String path : List.of("/who", "/safe/who", "/vault")) {
      Answer answer = RawCall.get(base, path).token(token).send();
      assertThat(answer.status()).isIn(400, 401, 413, 431);
      assertThat(answer.headers("X-Injected")).isEmpty();
      assertThat(answer.text()).doesNotContain("mallory", "X-Injected", token);
    }
    assertThat(ATTACKER.hits()).isZero();
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {6_000, 20_000, 70_000, 1_000_000})
  void c8RefusesATokenWithoutEnd(int length) throws Exception {
    Answer answer = RawCall.get(base, "/who").token("a".repeat(length)).send();
    // 0: the server has closed the connection without reading it all.
    assertThat(answer.status()).isIn(0, 400, 401, 413, 414, 431);
    assertThat(RawCall.get(base, "/who").send().status()).isEqualTo(200);
  }

  @Test
  void f1RefusesTwoAuthorizationHeaders() throws Exception {
    String alice = "Authorization: Bearer " + ISSUER.token("alice", "user");
    for (String other : List.of(alice, "Authorization: Basic YTpi", "authorization: bearer x")) {
      Answer answer = RawCall.get(base, "/who").header(alice).header(other).send();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void f1RefusesAListAndTakesOtherSchemesForNone() throws Exception {
    String token = ISSUER.token("bob", "user", "admin");
    for (String list : List.of(token + ", Bearer " + token, token + "," + token, token + " x")) {
      assertThat(safe("Authorization: Bearer " + list).status()).isEqualTo(400);
    }
    for (String other : List.of("Basic YTpi", "DPoX " + token, "Token " + token, token, "")) {
      Answer answer = safe("Authorization: " + other);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"vouchgate\"");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer   ", "Bearer\t"})
  void f2ReadsTheSchemeInAnyCase(String scheme) throws Exception {
    assertThat(safe("Authorization: " + scheme + ISSUER.token("bob", "user", "admin")).status())
        .isEqualTo(200);
  }

  @Test
  void f3ReadsNoTokenFromQueryFormOrCookie() throws Exception {
    String token = ISSUER.token("bob", "user", "admin");
    for (String query : List.of("access_token=", "token=", "jwt=", "Authorization=Bearer%20")) {
      assertThat(RawCall.get(base, "/safe/who?" + query + token).send().status()).isEqualTo(401);
    }
    for (String cookie : List.of("Bearer=", "token=", "access_token=", "Authorization=Bearer ")) {
      assertThat(safe("Cookie: " + cookie + token).status()).isEqualTo(401);
    }
    for (String header : List.of("X-Authorization: ", "Proxy-Authorization: ", "Bearer: ")) {
      assertThat(safe(header + "Bearer " + token).status()).isEqualTo(401);
    }
  }

  /** One connection for all of them, as long as the server keeps it. */
  @Test
  void f7ForgetsTheCallerBetweenTheRequestsOfAConnection() throws Exception {
    for (int turn = 0; turn < 25; turn++) {
      assertThat(Calls.get(base, "who", ISSUER.token("alice", "user")).body())
          .isEqualTo(Witness.ALICE);
      assertThat(Calls.get(base, "who").body()).isEqualTo(Witness.NOBODY);
      assertThat(Calls.get(base, "who", ISSUER.tamperedToken("alice")).statusCode()).isEqualTo(401);
      assertThat(Calls.get(base, "who").body()).isEqualTo(Witness.NOBODY);
    }
  }

  @Test
  void f7TellsEveryCallerTheirOwnNameWhenManyCallAtOnce() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int caller = 0; caller < 200; caller++) {
      answers.add(
          Calls.sendAsync(
              caller % 4 == 0
                  ? Calls.request(base, "who")
                  : Calls.request(base, "who", ISSUER.token("caller" + caller, "user"))));
    }
    for (int caller = 0; caller < 200; caller++) {
      String name = "caller" + caller;
      assertThat(answers.get(caller).get().body())
          .isEqualTo(caller % 4 == 0 ? Witness.NOBODY : name + "/user/" + name + "/user+**");
    }
  }

  @Test
  void f8ShowsNothingOfATokenInAnswersAndLogs() throws Exception {
    String token = ISSUER.tamperedToken("alice");
    for (String path : List.of("/who", "/safe/who", "/vault", "/nowhere", "/who/..;/who")) {
      Answer answer = RawCall.get(base, path).token(token).send();
      assertThat(answer.status()).isIn(400, 401);
      assertThat(answer.text()).doesNotContain(token.split("\\.", -1)).doesNotContain("xception");
    }
    assertThat(Files.readString(Path.of("target/server.log")))
        .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
  }

  @Test
  void f8AnswersWithHeadersOfItsOwnAlone() throws Exception {
    for (String header :
        List.of(
            "Authorization: Bearer x%0d%0aX-Injected: yes",
            "Authorization: Bearer x\r\n X-Injected: yes",
            "Authorization: Bearer \u0000",
            "Authorization: Bearer x\ny",
            "Authorization: Bearer <script>alert(1)</script>",
            "Cookie: Bearer=x%0d%0aX-Injected: yes")) {
      Answer answer = safe(header);
      assertThat(answer.status()).isIn(400, 401);
      assertThat(answer.headers("X-Injected")).isEmpty();
      assertThat(answer.text()).doesNotContain("<script>alert");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "none",
      value = {
        "nobody,    401, none",
        "tampered,  401, invalid_token",
        "expired,   401, invalid_token",
        "unsigned,  401, invalid_token",
        "alice,     403, insufficient_scope",
        "two words, 400, invalid_request",
      })
  void f9ChallengesAsRfc6750Says(String caller, int status, String error) throws Exception {
    RawCall call = RawCall.get(base, "/safe/who");
    switch (caller) {
      case "tampered" -> call.token(ISSUER.tamperedToken("alice"));
      case "expired" -> call.token(ISSUER.expiredToken("alice", "admin"));
      case "unsigned" -> call.token(ISSUER.unsignedToken("alice", "admin"));
      case "alice" -> call.token(ISSUER.token("alice", "user"));
      case "two words" -> call.token("two words");
      default -> {}
    }
    Answer answer = call.send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers("Cache-Control")).contains("no-store");
    assertThat(answer.headers("WWW-Authenticate")).hasSize(1);
    assertThat(answer.header("WWW-Authenticate").orElse(""))
        .matches(
            error == null
                ? "Bearer realm=\"vouchgate\""
                : "Bearer realm=\"vouchgate\", error=\""
                    + error
                    + "\", error_description=\"[^\"]+\"");
  }

  private Answer safe(String header) throws Exception {
    return RawCall.get(base, "/safe/who").header(header).send();
  }
}
