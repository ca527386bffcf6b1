package dev.vouchgate.it.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.sample.SampleWar;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some hundreds of requests that prove nothing, against the sample: never let in, never 5xx, and
 * never an answer that shows the token or the inside of the server.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class HostileSweepIT {
  private static final TestIssuer ISSUER = new TestIssuer();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive sample() {
    return SampleWar.trusting(ISSUER);
  }

  /** By REST, by a constraint of the server's, by an annotation of a servlet, by a bean. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/user", "/backoffice/all", "/receipt", "/totals.csv"})
  void refusesWhatProvesNothing(String path) throws Exception {
    String good = good();
    List<String> failures = new ArrayList<>();
    for (String token : Hostile.tokens(good)) {
      judge(failures, "Bearer " + token, good, RawCall.get(base, path).token(token));
    }
    for (String line : Hostile.lines(good)) {
      judge(failures, line, good, RawCall.get(base, path).header(line));
    }
    assertThat(failures).isEmpty();
    assertThat(RawCall.get(base, path).token(good).send().status()).isEqualTo(200);
  }

  @Test
  void refusesABadTokenWhereNoneIsNeededToo() throws Exception {
    String good = good();
    List<String> failures = new ArrayList<>();
    for (String token : Hostile.tokens(good)) {
      judge(failures, "Bearer " + token, good, RawCall.get(base, "/public").token(token));
    }
    assertThat(failures).isEmpty();
  }

  /** What annotations guard; what the server's own constraints do is the server's. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"user", "admin", "claims", "stock", "totals"})
  void letsNobodyInUnderAnotherSpelling(String name) throws Exception {
    List<String> failures = new ArrayList<>();
    for (String target :
        Stream.concat(Spellings.of("", name), Spellings.of("/public/..", name)).toList()) {
      Answer answer = RawCall.get(base, target).send();
      // A container may answer what it cannot read with nothing at all, and call that 200.
      boolean letIn = answer.status() == 200 && !answer.body().replaceAll("0|\\s", "").isEmpty();
      if (letIn || answer.status() >= 500 || answer.text().contains("at dev.vouchgate.")) {
        failures.add(target + ": " + answer.text());
      }
    }
    assertThat(failures).isEmpty();
  }

  /** Not so a cookie that is none: Tomcat itself writes such a header to its log. */
  @Test
  void leavesNoTokenInTheLog() throws Exception {
    String good = good();
    for (String line : Hostile.lines(good)) {
      if (!line.startsWith("Cookie")) {
        RawCall.get(base, "/user").header(line).send();
      }
    }
    assertThat(Files.readString(Path.of("target/server.log")))
        .doesNotContain(good.substring(good.lastIndexOf('.') + 1));
  }

  private static void judge(List<String> failures, String what, String good, RawCall call)
      throws Exception {
    Answer answer = call.send();
    // 0: the connection was closed without a word.
    boolean refused = answer.status() == 0 || (answer.status() >= 400 && answer.status() < 500);
    if (!refused || (isReadable(what) && isRevealing(answer, good))) {
      failures.add(what + ": " + answer.text());
    }
  }

  /** What is no HTTP, servers answer themselves, and Tomcat then shows what it has read. */
  private static boolean isReadable(String text) {
    return text.chars()
        .noneMatch(c -> c == 0x7f || (c < ' ' && c != '\t' && c != '\r' && c != '\n'));
  }

  private static boolean isRevealing(Answer answer, String good) {
    String signature = good.substring(good.lastIndexOf('.') + 1);
    return Stream.of("at dev.vouchgate.", "xception", "<script>alert", signature.substring(0, 40))
        .anyMatch(answer.text()::contains);
  }

  private static String good() {
    return ISSUER.token("bob", "user", "admin");
  }
}
