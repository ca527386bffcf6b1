package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.RunFacts;
import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Contender.Kind;
import dev.vouchgate.it.bench.contender.Growth;
import dev.vouchgate.it.bench.load.LoadMain;
import dev.vouchgate.it.bench.load.Pair;
import dev.vouchgate.it.bench.token.Algorithm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The page and its plots.
 *
 * @param runs by the names of their files
 * @param loads those of the load test
 */
record PerformancePage(Map<String, Run> runs, List<LoadRun> loads) {
  /** Where the plots are, beside the page. */
  static final String FOLDER = "performance";

  private static final String HEAD =
      """
      # Performance

      <!-- Written by PageMain from what JMH and the load test wrote. Not to be edited. -->

      How fast a token is verified that nobody has seen before: signature, by one of three keys that
      `kid` chooses, issuer, audience and expiry; the claims are 900 bytes as Keycloak issues them. HS256
      has one secret and no `kid`. Before anything is measured, each contender has to accept the good
      token and to refuse five bad ones: changed, expired, of another issuer, for another audience, of
      an unknown key.

      **Per CPU second** is verifications by the processor time of the thread that verifies, which other
      load on the machine does not move as it moves the clock; the collector's threads are not in it, but
      **bytes a token** are what it has to do. After ± is how far iterations lie apart: half of them lie
      no farther from the median. **The primitive** is the JDK's `Signature` or `Mac` alone, over
      bytes that are at hand: nobody verifies with the JDK and is faster. **The best peer** is the
      fastest of the other libraries. **A token seen before** is remembered: only whether its proof still
      stands is asked. Ratios are of one run; between runs, and between Javas, figures
      cannot be compared.
      """;

  private static final String THREADS =
      """

      ### A second thread

      Verifications in a second of the clock by two threads, of those by one. Where the primitive itself
      stays below 2, the machine has no more to give.

      """;

  private static final String GROWTH =
      """

      ### What grows

      HS256, where nothing can hide behind the primitive. Among several issuers `iss` has to be looked
      at before the signature; roles and claims make the token longer, and a longer token takes
      longer to hash, to decode and to read. Only the last of these remembers tokens, as it does by
      default: more tokens in turn than it remembers are verified anew, most of them.

      """;

  private static final String SIGNING =
      """

      ### Signing

      A token for one service, with four roles, by the key of a ring that signs at the time (RSA keys have
      3072 bits). The primitive is the JDK's `Signature` over as many bytes.

      """;

  private static final String LOAD =
      """

      ## The doors under load

      Two servers beside each other on the same machine as `wrk`, which sends requests over 16
      connections: one with the gate, one without; first one is measured, then the other, then the other,
      then the one. Without the gate, Tomcat is bare, and Payara Micro has an authentication module that
      does not look at the request and tells the server one caller with the same four roles, whatever
      comes. The servlet answers five bytes, the tokens are RS256 with 900 bytes of claims, and each
      answer that is not what it is to be fails the run.

      **Requests/s** are by the clock, and `wrk` has its part of the machine. **µs of CPU** is the
      processor time of the server's whole process for a request, its collector and compiler included,
      and **bytes** is what its threads allocate for one. **Ratio** is what is left of the requests
      per second, or per CPU second, with the gate: the median of neighbours in time, and how far they
      lie apart. Where the gate refuses a token the server without it has let in, there is nothing to
      reach: it is what a forged token costs.
      """;

  private static final String AGAIN =
      """

      ## To run it again

      ```
      mvn verify -Pbench -DskipUnitTests
      ```

      takes about eight minutes; `-Dbench.plan=full` takes 30, and a page in docs is made of nothing
      less. With `-Dbench.java=25` it measures another Java than the one that runs Maven. JMH's own
      report, its log and this page are then in `it-tests/target`;
      [how to contribute](contributing.md#performance) has the rest.
      With `-Dbench.load` it puts load on the doors instead: three minutes, or ten with
      `-Dbench.plan=full`.
      """;

  PerformancePage {
    runs = new TreeMap<>(runs);
    loads = List.copyOf(loads);
  }

  String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    runs.forEach((name, run) -> page.append(section(name, run)));
    if (!loads.isEmpty()) {
      page.append(LOAD);
      loads.forEach(load -> page.append(section(load)));
    }
    return page.append(contenders()).append(AGAIN).toString();
  }

  /** The plots, by the names of their files. */
  Map<String, String> plots() {
    Map<String, String> plots = new TreeMap<>();
    runs.forEach(
        (name, run) -> {
          plots.put(name + ".svg", Plot.of(verifications(run)));
          List<Plot.Group> growth = growth(run).map(GrowthTable::bars).toList();
          if (!growth.isEmpty()) {
            plots.put(name + "-growth.svg", Plot.of(growth));
          }
        });
    return plots;
  }

  private static String section(String name, Run run) {
    StringBuilder section =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """

                ## Java %s

                %s, plan `%s`, on %s.%s

                ![Verifications per CPU second](%s/%s.svg)
                """,
                run.java(),
                run.facts().get(RunFacts.DATE),
                run.facts().get(RunFacts.PLAN),
                run.facts().get(RunFacts.MACHINE),
                warning(run.facts()),
                FOLDER,
                name));
    for (Algorithm algorithm : Algorithm.values()) {
      VerificationTable table = new VerificationTable(run, algorithm);
      if (!table.isEmpty()) {
        section.append("\n### ").append(algorithm.jose()).append("\n\n").append(table.markdown());
      }
    }
    ThreadsTable threads = new ThreadsTable(run);
    if (!threads.isEmpty()) {
      section.append(THREADS).append(threads.markdown());
    }
    SigningTable signing = new SigningTable(run);
    if (!signing.isEmpty()) {
      section.append(SIGNING).append(signing.markdown());
    }
    List<GrowthTable> growth = growth(run).toList();
    if (!growth.isEmpty()) {
      section.append(GROWTH).append("![µs of CPU](" + FOLDER + "/" + name + "-growth.svg)\n");
      growth.forEach(table -> section.append('\n').append(table.markdown()));
    }
    return section.toString();
  }

  private static String section(LoadRun load) {
    RunFacts facts = load.facts();
    StringBuilder section =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "\n### Java %s\n\n%s, plan `%s`, on %s, by wrk %s.%s\n",
                facts.get(LoadMain.JAVA),
                facts.get(RunFacts.DATE),
                facts.get(RunFacts.PLAN),
                facts.get(RunFacts.MACHINE),
                facts.get(LoadMain.WRK),
                warning(facts)));
    for (Pair pair : Pair.values()) {
      LoadTable table = new LoadTable(load, pair);
      if (!table.isEmpty()) {
        section.append(
            String.format(
                "\n%s %s, and %s:\n\n%s",
                facts.get(pair.name()), pair.with(), pair.without(), table.markdown()));
      }
    }
    return section.toString();
  }

  private static String warning(RunFacts facts) {
    return facts.get(RunFacts.PLAN).equals("smoke")
        ? " **These figures mean nothing: it was only to see whether all runs.**"
        : "";
  }

  private static List<Plot.Group> verifications(Run run) {
    return Stream.of(Algorithm.values())
        .map(algorithm -> new VerificationTable(run, algorithm))
        .filter(table -> !table.isEmpty())
        .map(VerificationTable::bars)
        .toList();
  }

  private static Stream<GrowthTable> growth(Run run) {
    return Stream.of(Growth.values())
        .map(growth -> new GrowthTable(run, growth))
        .filter(table -> !table.isEmpty());
  }

  private String contenders() {
    StringBuilder text =
        new StringBuilder(
            """

            ## Who is measured

            Each as its documentation says for production: what can be kept is kept (parsers, keys), nothing
            goes to the network, and all have one version of Jackson. What a library does not check itself is
            checked by its caller, as it says.

            """);
    for (Contender contender : Contender.values()) {
      text.append("- ").append(contender.title());
      if (contender.kind() == Kind.PEER) {
        text.append(" (`").append(version(contender)).append("`)");
      }
      text.append(contender.lack().isEmpty() ? "" : ": " + contender.lack()).append('\n');
    }
    return text.toString();
  }

  /** That of the runs, of which all should have the same. */
  private String version(Contender contender) {
    List<String> versions =
        runs.values().stream().map(run -> run.facts().get(contender.name())).distinct().toList();
    return String.join("`, `", versions);
  }
}
