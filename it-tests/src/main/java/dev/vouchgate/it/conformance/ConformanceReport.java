package dev.vouchgate.it.conformance;

import dev.vouchgate.it.conformance.TckResults.Outcome;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page itself.
 *
 * @param tck the TCK's name and version
 * @param server the server's name and version
 * @param java the version of the Java that ran both
 * @param libraries the jars that every archive was given
 * @param settings by test class, the text of the settings that its archive was given
 */
record ConformanceReport(
    String tck,
    String server,
    String java,
    List<String> libraries,
    SortedMap<String, String> settings) {

  private static final String RUN_AGAIN =
      """

      To run it again: `mvn verify -Ptck`. It starts the server on loopback and a free port, deploys
      each test class's archive at the root of it, afresh, and takes it away before the next. The
      reports, and this page as written by that run, are then in `it-tests/target`.

      No test is skipped, changed or left out. The base suite is the file that the TCK ships. The
      suite `optional` is ours, because the one that the TCK ships deploys nothing for these tests.

      ## Who answered

      The server's own implementation of MicroProfile JWT stands beside this build, unused. Before
      the tests of an archive start, a forged token is sent to it, and only Vouchgate's challenge
      lets them start (not so where tokens come in cookies). Besides, of an archive made like the
      TCK's:

      """;

  private static final String ARCHIVES =
      """

      ## What is done to the TCK's archives

      The jars under test, into `WEB-INF/lib`:

      """;

  private static final String SETTINGS =
      """

      Arquillian's own classes, into the archives that the TCK calls testable, by Arquillian's servlet
      protocol. `microprofile-config.properties` moves from the archive's `META-INF`, which is not on
      the class path, to `WEB-INF/classes/META-INF`. The TCK's property `mp.jwt.tck.jwks.baseURL`
      says where the server listens. To the configuration of some classes settings are added:

      """;

  ConformanceReport {
    libraries = List.copyOf(libraries);
    settings = new TreeMap<>(settings);
  }

  String of(TckResults results) {
    StringBuilder page = new StringBuilder();
    page.append(head(results));
    bySuiteAndGroup(results)
        .forEach(
            (suite, groups) -> {
              groups.forEach((group, outcomes) -> page.append(row(suite, group, outcomes)));
              List<Outcome> all = groups.values().stream().flatMap(Collection::stream).toList();
              page.append(row(suite, "**together**", all));
            });
    page.append(RUN_AGAIN);
    results.outcomes().stream()
        .filter(outcome -> !outcome.isOfTheTck())
        .map(outcome -> "- " + outcome.test() + ": " + (outcome.passed() ? "yes" : "**no**") + "\n")
        .sorted()
        .forEach(page::append);
    page.append(ARCHIVES);
    libraries.forEach(library -> page.append("- `").append(library).append("`\n"));
    page.append(SETTINGS);
    settings.forEach(
        (test, text) ->
            page.append(
                String.format(Locale.ROOT, "`%s`:%n%n```properties%n%s```%n%n", test, text)));
    return page.toString().stripTrailing() + "\n";
  }

  private String head(TckResults results) {
    return String.format(
        Locale.ROOT,
        """
      # Conformance

      <!-- Written by ConformanceMain from the reports of `mvn verify -Ptck`. Not to be edited. -->

      %s against this build on %s, Java %s, on %s: **%s** in %d seconds.

      | Suite | Group | Run | Passed | Failed | Skipped |
      |---|---|--:|--:|--:|--:|
      """,
        tck,
        server,
        java,
        results.started().atOffset(ZoneOffset.UTC).toLocalDate(),
        summary(results.ofTheTck()),
        results.duration().toSeconds());
  }

  private static Map<String, SortedMap<String, List<Outcome>>> bySuiteAndGroup(TckResults results) {
    return results.ofTheTck().stream()
        .collect(
            Collectors.groupingBy(
                Outcome::suite,
                LinkedHashMap::new,
                Collectors.groupingBy(Outcome::group, TreeMap::new, Collectors.toList())));
  }

  private static String row(String suite, String group, List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %d |%n",
        suite,
        group,
        outcomes.size(),
        count(outcomes, "PASS"),
        count(outcomes, "FAIL"),
        count(outcomes, "SKIP"));
  }

  private static String summary(List<Outcome> outcomes) {
    return String.format(
        Locale.ROOT,
        "%d tests, %d passed, %d failed, %d skipped",
        outcomes.size(),
        count(outcomes, "PASS"),
        count(outcomes, "FAIL"),
        count(outcomes, "SKIP"));
  }

  private static long count(List<Outcome> outcomes, String status) {
    return outcomes.stream().filter(outcome -> outcome.status().equals(status)).count();
  }
}
