package dev.vouchgate.it.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Growth;
import dev.vouchgate.it.bench.token.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {
  @TempDir private Path folder;

  @Test
  void comparesWithThePrimitiveAndWithTheBestPeer() throws Exception {
    Run run =
        read(
            verification(Contender.PRIMITIVE, 1, 10, 7000),
            verification(Contender.VOUCHGATE, 1, 12, 9000),
            verification(Contender.NIMBUS, 1, 20, 40_000),
            verification(Contender.VERTX, 1, 15, 23_000));

    assertThat(new VerificationTable(run, Algorithm.RS256).markdown().lines())
        .containsExactly(
            "| | per CPU second | of the primitive | of the best peer | bytes a token |",
            "|---|--:|--:|--:|--:|",
            "| the primitive alone | 10,000 ± 0.0 % | 1.00 | 1.50 | 7,000 |",
            "| **Vouchgate** | 8,333 ± 0.0 % | 0.83 | 1.25 | 9,000 |",
            "| Nimbus JOSE + JWT | 5,000 ± 0.0 % | 0.50 | 0.75 | 40,000 |",
            "| Vert.x JWT | 6,667 ± 0.0 % | 0.67 | 1.00 | 23,000 |");
    assertThat(new VerificationTable(run, Algorithm.ES256).isEmpty()).isTrue();
  }

  @Test
  void drawsNoBarForATokenThatWasSeenBefore() throws Exception {
    Run run =
        read(
            verification(Contender.PRIMITIVE, 1, 10, 7000),
            verification(Contender.VOUCHGATE, 1, 20, 9000),
            verification(Contender.VOUCHGATE_REPEATED, 1, 1, 100));

    assertThat(new VerificationTable(run, Algorithm.RS256).bars().bars())
        .containsExactly(
            new Plot.Bar("the primitive alone", 1, "10,000", false),
            new Plot.Bar("Vouchgate", 0.5, "5,000", true));
  }

  @Test
  void joinsTheRoundsOfARun() throws Exception {
    Run run =
        read(
            verification(Contender.VOUCHGATE, 1, 10, 9000),
            verification(Contender.VOUCHGATE, 1, 12, 9000),
            verification(Contender.VOUCHGATE, 1, 20, 9000));

    Figures figures = run.of(Algorithm.RS256, Contender.VOUCHGATE, 1).orElseThrow();
    assertThat(figures.perCpuSecond()).hasSize(9);
    assertThat(Figures.median(figures.perCpuSecond())).isEqualTo(100 * 1e9 / 12_000_000);
  }

  @Test
  void saysHowMuchASecondThreadGains() throws Exception {
    Run run =
        read(
            verification(Contender.VOUCHGATE, 1, 10, 9000),
            verification(Contender.VOUCHGATE, 2, 10, 9000));

    assertThat(new ThreadsTable(run).markdown().lines())
        .contains("| Vouchgate | 2.00 | – | – | – | – |");
  }

  @Test
  void saysHowCostGrows() throws Exception {
    Run run =
        read(
            result("GrowthBenchmark", Growth.ISSUERS, "1", 1, 1, 5000),
            result("GrowthBenchmark", Growth.ISSUERS, "1000", 1, 2, 6000));

    assertThat(new GrowthTable(run, Growth.ISSUERS).markdown().lines())
        .containsExactly(
            "| trusted issuers | 1 | 1,000 |",
            "|---|--:|--:|",
            "| µs of CPU | 10.00 | 20.00 |",
            "| of the first | 1.00 | 2.00 |",
            "| bytes a token | 5,000 | 6,000 |");
  }

  @Test
  void comparesSigningWithThePrimitive() throws Exception {
    Run run =
        read(
            result("SigningBenchmark", Algorithm.ES256, "PRIMITIVE", 1, 19, 7000),
            result("SigningBenchmark", Algorithm.ES256, "VOUCHGATE", 1, 20, 9000),
            result("SigningBenchmark", Algorithm.RS256, "VOUCHGATE", 1, 20, 9000));

    assertThat(new SigningTable(run).markdown().lines())
        .endsWith("| ES256 | 5,263 ± 0.0 % | 5,000 ± 0.0 % | 0.95 | 9,000 |")
        .hasSize(3);
  }

  @Test
  void warnsOfFiguresThatMeanNothing() throws Exception {
    Map<String, Run> runs = Map.of("java-17", read(verification(Contender.VOUCHGATE, 1, 10, 9000)));

    assertThat(new PerformancePage(runs, List.of()).markdown())
        .contains("## Java 17.0.15, Any VM\n")
        .contains("2026-11-22, plan `smoke`, on a machine. **These figures mean nothing")
        .contains("- Nimbus JOSE + JWT (`nimbus-1`): ");
    assertThat(new PerformancePage(runs, List.of()).plots()).containsOnlyKeys("java-17.svg");
  }

  private Run read(String... results) throws Exception {
    Files.writeString(
        folder.resolve("java-17.json"),
        Stream.of(results).collect(Collectors.joining(",", "[", "]")));
    Files.writeString(
        folder.resolve("java-17.properties"),
        "date=2026-11-22\nplan=smoke\nmachine=a machine\nNIMBUS=nimbus-1\n");
    return Run.read(folder.resolve("java-17.json"));
  }

  private static String verification(Contender contender, int threads, int millis, int bytes) {
    return result(
        "VerificationBenchmark", Algorithm.RS256, contender.name(), threads, millis, bytes);
  }

  private static String result(
      String benchmark, Enum<?> subject, String variant, int threads, int millis, int bytes) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(benchmark, threads, subject.name(), variant));
    values.addAll(Collections.nCopies(3, 100 * threads));
    values.addAll(Collections.nCopies(3, millis * 1_000_000));
    values.addAll(Collections.nCopies(3, bytes));
    return String.format(
        Locale.ROOT,
        """
        {"jdkVersion":"17.0.15","vmName":"Any VM","benchmark":"dev.vouchgate.it.bench.%s.verify",\
        "threads":%d,"params":{"a":"%s","b":"%s"},\
        "primaryMetric":{"rawData":[[%d,%d,%d]]},\
        "secondaryMetrics":{"operations":{"rawData":[[100,100,100]]},\
        "cpuNanos":{"rawData":[[%d,%d,%d]]},\
        "gc.alloc.rate.norm":{"rawData":[[%d,%d,%d]]}}}""",
        values.toArray());
  }
}
