package dev.vouchgate.it.conformance;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The page itself.
 *
 * @param tck the TCK's name and version
 * @param servers a row for each
 * @param libraries the jars that every archive was given
 * @param settings by test class, the text of the settings that its archive was given
 */
record ConformanceReport(
    String tck,
    List<ServerResults> servers,
    List<String> libraries,
    SortedMap<String, String> settings) {

  private static final String RUN_AGAIN =
      """

      To run it again: `mvn verify -Pmatrix` for all, `mvn verify -Pwildfly` and
      `mvn verify -Pwildfly,tck` for one, whose profile is named like its line here in lower case
      (`payara-micro` needs none). A run starts the server, as it is delivered, on loopback and a
      free port, deploys each test class's archive at the root of it, afresh, and takes it away
      before the next. The reports, and this page as written by that run, are then in
      `it-tests/target`. What a server needs that is not as delivered: [containers](containers.md).

      No test is skipped, changed or left out. The base suite is the file that the TCK ships. The
      suite `optional` is ours, because the one that the TCK ships deploys nothing for these tests;
      where a server has no EJB, it is without the tests that need one.

      ## Who answered

      Many of these servers have an implementation of MicroProfile JWT of their own beside this
      build, unused. Before the tests of an archive start, a forged token is sent to it, and only
      Vouchgate's challenge lets them start (not so where tokens come in cookies). Besides, each
      server is asked about an archive made like the TCK's:

      """;

  private static final String ARCHIVES =
      """

      ## What is done to the TCK's archives

      The jars under test, the same in every server, into `WEB-INF/lib`:

      """;

  private static final String SETTINGS =
      """

      On a servlet container without CDI and REST, besides, what
      [containers](containers.md) has an application bring along there.

      Arquillian's own classes, into the archives that the TCK calls testable, by Arquillian's servlet
      protocol. `microprofile-config.properties` moves from the archive's `META-INF`, which is not on
      the class path, to `WEB-INF/classes/META-INF`. The TCK's property `mp.jwt.tck.jwks.baseURL`
      says where the server listens. To the configuration of some classes settings are added:

      """;

  ConformanceReport {
    servers = List.copyOf(servers);
    libraries = List.copyOf(libraries);
    settings = new TreeMap<>(settings);
  }

  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            """
            # Conformance

            <!-- Written by MatrixMain from the reports of a run. Not to be edited. -->

            The same two jars in each server: %s, and Vouchgate's own tests. A number is how many
            tests ran and passed; where some did not, it is bold and says how many.

            """,
            tck));
    page.append(matrix());
    page.append("\nThe TCK by its groups:\n\n").append(byGroup());
    page.append(RUN_AGAIN);
    claims().forEach(claim -> page.append("- ").append(claim).append('\n'));
    page.append(ARCHIVES);
    libraries.forEach(library -> page.append("- `").append(library).append("`\n"));
    page.append(SETTINGS);
    settings.forEach(
        (test, text) ->
            page.append(
                String.format(Locale.ROOT, "`%s`:%n%n```properties%n%s```%n%n", test, text)));
    return page.toString().stripTrailing() + "\n";
  }

  /** The table alone, which README shows too. */
  String matrix() {
    return servers.stream()
        .map(ServerResults::row)
        .collect(Collectors.joining("", ServerResults.HEAD, ""));
  }

  private String byGroup() {
    SortedSet<String> groups = new TreeSet<>();
    servers.forEach(server -> groups.addAll(server.byGroup().keySet()));
    StringBuilder table = new StringBuilder("| Server |");
    groups.forEach(group -> table.append(' ').append(group).append(" |"));
    table.append("\n|---|").append("--:|".repeat(groups.size())).append('\n');
    for (ServerResults server : servers) {
      table.append("| ").append(server.server()).append(" |");
      groups.forEach(
          group ->
              table
                  .append(' ')
                  .append(server.byGroup().getOrDefault(group, Tally.NONE).cell())
                  .append(" |"));
      table.append('\n');
    }
    return table.toString();
  }

  private SortedSet<String> claims() {
    return servers.stream()
        .flatMap(server -> server.tck().proofs().stream())
        .map(TckResults.Outcome::test)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
