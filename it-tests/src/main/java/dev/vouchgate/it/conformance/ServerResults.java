package dev.vouchgate.it.conformance;

import dev.vouchgate.it.conformance.TckResults.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row of the matrix.
 *
 * @param server the server's name and version
 * @param java the major version of the Java that ran it
 * @param tck what TestNG reported of the TCK and of the tests that prove who answered
 * @param extension our own tests of applications with mp-extension
 * @param filter our own tests of applications with jwt-filter alone
 */
record ServerResults(String server, String java, TckResults tck, Tally extension, Tally filter) {

  private static final String BASE = "microprofile-jwt-auth-BaseTCK";
  private static final String OPTIONAL = "optional";

  static final String HEAD =
      """
      | Server | Java | TCK, base | TCK, optional | Who answered | Sample and behaviour | `jwt-filter` alone |
      |---|--:|--:|--:|--:|--:|--:|
      """;

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s |%n",
        server,
        java,
        Tally.of(suite(BASE)).cell(),
        Tally.of(suite(OPTIONAL)).cell(),
        Tally.of(tck.proofs()).cell(),
        extension.cell(),
        filter.cell());
  }

  /** The TCK's tests by their groups, {@code cdi} or {@code ejb-optional}, in the groups' order. */
  Map<String, Tally> byGroup() {
    return tck.ofTheTck().stream()
        .collect(
            Collectors.groupingBy(
                Outcome::group,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Tally::of)));
  }

  private List<Outcome> suite(String name) {
    return tck.ofTheTck().stream().filter(outcome -> outcome.suite().equals(name)).toList();
  }
}
