package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.Tokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the header, the answer is 400 or 401, constant, and never 500. */
class HostileHeadersTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String NO_TOKEN = "Bearer realm=\"vouchgate\"";
  private static final String BAD_TOKEN =
      NO_TOKEN
          + ", error=\"invalid_token\","
          + " error_description=\"The access token is malformed, expired or not trusted here\"";

  @BeforeAll
  static void deploy() {
    TOMCAT.deploy(
        "",
        new TestApplication()
            .settings(
                Live.SETTINGS
                    + "vouchgate.policy.all.paths=/*\n"
                    + "vouchgate.policy.all.roles=**\n")
            .servlet("/caller", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  static Stream<Arguments> values() {
    Tokens token = Live.token().claim("marker", "wombat");
    String good = token.compact();
    String header = good.substring(0, good.indexOf('.'));
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    return Stream.of(
        row("nothing at all", "", 401),
        row("scheme only", "Bearer", 400),
        row("scheme and blanks", "Bearer   \t ", 400),
        row("two words", "Bearer wombat wombat", 400),
        row("two credentials", "Bearer " + good + ", Bearer " + good, 400),
        row("a comma", "Bearer " + good + ",", 400),
        row("scheme twice", "Bearer Bearer " + good, 400),
        row("another scheme", "Basic d29tYmF0Og==", 401),
        row("another scheme first", "Basic d29tYmF0Og==, Bearer " + good, 401),
        row("scheme with a colon", "Bearer: " + good, 401),
        row("scheme in quotes", "\"Bearer\" " + good, 401),
        row("token in quotes", "Bearer \"" + good + "\"", 401),
        row("a word", "Bearer wombat", 401),
        row("one dot", "Bearer wombat.wombat", 401),
        row("only dots", "Bearer ..", 401),
        row("four parts", "Bearer " + good + ".wombat", 401),
        row("five parts", "Bearer a.b.c.d.e", 401),
        row("many dots", "Bearer " + ".".repeat(5000), 401),
        row("no signature", "Bearer " + unsigned, 401),
        row("no header", "Bearer " + good.substring(good.indexOf('.')), 401),
        row("header only", "Bearer " + header + "..", 401),
        row("padding", "Bearer " + good + "=", 401),
        row("not base64url", "Bearer " + good.replace('.', '!'), 401),
        row("plus and slash", "Bearer +/+/.+/+/.+/+/", 401),
        row("percent-encoded", "Bearer " + good.replace(".", "%2E"), 401),
        row("JSON", "Bearer {\"alg\":\"none\"}", 401),
        row("non-ASCII", "Bearer w\u00f6mb\u00e4t.\u00ff\u00fe.\u00e9", 401),
        row("non-breaking blank", "Bearer\u00a0" + good, 401),
        row("a NUL", "Bearer wom\u0000bat", 400),
        row("an escape", "Bearer wom\u001b[31mbat", 400),
        row("a line break", "Bearer " + good + "\r\n continued", 400),
        row("longer than allowed", "Bearer " + "a".repeat(16_385), 401),
        row("a very long scheme", "B".repeat(20_000) + " x", 401),
        row("longer than Tomcat takes", "Bearer " + "a".repeat(70_000), 400),
        row("only blanks between", "Bearer " + " ".repeat(20_000) + "x", 401),
        row("blanks and two words", "Bearer a" + " ".repeat(20_000) + "b", 400),
        row("tampered", "Bearer " + token.tampered().compact(), 401),
        row("alg none", "Bearer " + token.header("alg", "none").compact(), 401),
        row(
            "alg none without signature",
            "Bearer " + token.header("alg", "none").signature(s -> new byte[0]).compact(),
            401),
        row("alg of another family", "Bearer " + token.header("alg", "RS256").compact(), 401),
        row("alg that is no text", "Bearer " + token.header("alg", 7).compact(), 401),
        row("crit", "Bearer " + token.header("crit", java.util.List.of("wombat")).compact(), 401),
        row("deep header", "Bearer " + token.header(deep).compact(), 401),
        row("deep claims", "Bearer " + token.payload(deep.substring(0, 9000)).compact(), 401),
        row("header is no JSON", "Bearer " + token.header("wombat").compact(), 401),
        row("claims are no JSON", "Bearer " + token.payload("wombat").compact(), 401),
        row("claims are an array", "Bearer " + token.payload("[]").compact(), 401),
        row(
            "exp is enormous",
            "Bearer " + token.claim("exp", new Huge("1e999999999")).compact(),
            401),
        row("exp is a text", "Bearer " + token.claim("exp", "tomorrow").compact(), 401),
        row("expired", "Bearer " + Tokens.valid("HS256").compact(), 401),
        row("another issuer", "Bearer " + token.claim("iss", "${jndi:x}").compact(), 401),
        row("log injection", "Bearer " + token.header("typ", "a\nb\u001b[31m").compact(), 401),
        row("kid is too long", "Bearer " + token.header("kid", "k".repeat(1025)).compact(), 401),
        row("nobody's name", "Bearer " + token.claim("upn", " ").compact(), 401),
        row("name is no text", "Bearer " + token.claim("upn", java.util.Map.of()).compact(), 401));
  }

  /** A number that is written as it is. */
  private record Huge(String digits) {
    @Override
    public String toString() {
      return digits;
    }
  }

  private static Arguments row(String name, String value, int status) {
    return Arguments.of(name, value, status);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void isRefusedWithoutAnEcho(String name, String value, int status) {
    Answered answer = TOMCAT.get("/caller").header("Authorization: " + value).send();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).doesNotContain("wombat", "Exception", "dev.vouchgate");
    assertThat(TOMCAT.log().text()).doesNotContain("\u001b", "wombat");
    if (status == 401) {
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers("WWW-Authenticate")).hasSize(1).isSubsetOf(NO_TOKEN, BAD_TOKEN);
    }
  }

  @Test
  void startsFromATokenThatIsAccepted() {
    assertThat(TOMCAT.get("/caller").token(Live.token().claim("marker", "wombat").compact()).send())
        .extracting(Answered::status)
        .isEqualTo(200);
  }
}
