package dev.vouchgate.it.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * What {@code testng-results.xml} says.
 *
 * @param outcomes one for each test that ran, in no certain order
 * @param started when the first suite began
 * @param duration from then until the last suite's end
 */
record TckResults(List<Outcome> outcomes, Instant started, Duration duration) {

  /**
   * One test's outcome.
   *
   * @param suite the suite's name
   * @param type the test class's full name
   * @param test the method's name
   * @param group the TestNG group that the test is counted in
   * @param status {@code PASS}, {@code FAIL} or {@code SKIP}
   */
  record Outcome(String suite, String type, String test, String group, String status) {

    /** Whether it is one of the TCK's own tests. */
    boolean isOfTheTck() {
      return type.startsWith("org.eclipse.microprofile.jwt.tck.");
    }

    boolean passed() {
      return status.equals("PASS");
    }
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss z", Locale.ROOT);

  TckResults {
    outcomes = List.copyOf(outcomes);
  }

  List<Outcome> ofTheTck() {
    return outcomes.stream().filter(Outcome::isOfTheTck).toList();
  }

  /** Our own, which prove whose answers the TCK judged. */
  List<Outcome> proofs() {
    return outcomes.stream().filter(outcome -> !outcome.isOfTheTck()).toList();
  }

  static TckResults read(Path file) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    List<Instant> starts = new ArrayList<>();
    List<Instant> ends = new ArrayList<>();
    for (Element suite : XmlReport.within(XmlReport.root(file), "suite")) {
      starts.add(TIME.parse(suite.getAttribute("started-at"), Instant::from));
      ends.add(TIME.parse(suite.getAttribute("finished-at"), Instant::from));
      Map<String, String> groups = groupsByMethod(suite);
      for (Element type : XmlReport.within(suite, "class")) {
        for (Element method : XmlReport.within(type, "test-method")) {
          if (!method.hasAttribute("is-config")) {
            String typeName = type.getAttribute("name");
            String test = method.getAttribute("name");
            outcomes.add(
                new Outcome(
                    suite.getAttribute("name"),
                    typeName,
                    test,
                    groups.getOrDefault(typeName + "." + test, "none"),
                    method.getAttribute("status")));
          }
        }
      }
    }
    Instant started = starts.stream().min(Comparator.naturalOrder()).orElseThrow();
    Instant ended = ends.stream().max(Comparator.naturalOrder()).orElseThrow();
    return new TckResults(outcomes, started, Duration.between(started, ended));
  }

  private static Map<String, String> groupsByMethod(Element suite) {
    Map<String, String> groups = new HashMap<>();
    for (Element group : XmlReport.within(suite, "group")) {
      for (Element method : XmlReport.within(group, "method")) {
        String name = method.getAttribute("class") + "." + method.getAttribute("name");
        groups.put(name, group.getAttribute("name"));
      }
    }
    return groups;
  }
}
