package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Growth;
import dev.vouchgate.it.bench.contender.Signer;
import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.server.JavaHome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, and leaves behind what JMH has to say, and on what it was measured. */
public final class BenchMain {
  private static final System.Logger LOG = System.getLogger(BenchMain.class.getName());

  /**
   * Chosen, so that no Java chooses by itself: the collector that it has where it has two cores.
   */
  private static final String[] JVM = {"-Xms2g", "-Xmx2g", "-XX:+UseG1GC"};

  private static final String ALL = "all";

  private final Plan plan;
  private final JavaHome java;
  private final OutputFormat log;
  private final List<RunResult> results = new ArrayList<>();

  private BenchMain(Plan plan, JavaHome java, OutputFormat log) {
    this.plan = plan;
    this.java = java;
    this.log = log;
  }

  /**
   * Takes how thoroughly is measured ({@code smoke}, {@code quick}, {@code full}), the major
   * version of the Java that is measured, the algorithms and the contenders ({@code all}, or
   * constants with commas between), and the folder to write to.
   */
  public static void main(String... arguments) throws IOException, RunnerException {
    Plan plan = Plan.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    List<Algorithm> algorithms = chosen(arguments[2], Algorithm.values());
    List<Contender> contenders = chosen(arguments[3], Contender.values());
    Path folder = Files.createDirectories(Path.of(arguments[4]));
    String name = "java-" + arguments[1];
    Path log = folder.resolve(name + ".log");
    try (PrintStream stream =
        new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      BenchMain main =
          new BenchMain(
              plan,
              JavaHome.ofVersion(Integer.parseInt(arguments[1])),
              OutputFormatFactory.createFormatInstance(stream, VerboseMode.NORMAL));
      for (int round = 1; round <= plan.rounds(); round++) {
        LOG.log(System.Logger.Level.INFO, "round {0} of {1}; see {2}", round, plan.rounds(), log);
        main.verifications(round, algorithms, contenders);
      }
      if (contenders.contains(Contender.VOUCHGATE)) {
        main.signing(algorithms);
      }
      if (contenders.contains(Contender.VOUCHGATE) && arguments[2].equals(ALL)) {
        main.growth();
      }
      Path json = folder.resolve(name + ".json");
      ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString())
          .writeOut(main.results);
    }
    RunFacts.ofThisMachine(plan.name().toLowerCase(Locale.ROOT))
        .write(folder.resolve(name + ".properties"));
  }

  private void verifications(int round, List<Algorithm> algorithms, List<Contender> contenders)
      throws RunnerException {
    for (Algorithm algorithm : algorithms) {
      List<Contender> able =
          contenders.stream().filter(contender -> contender.has(algorithm)).toList();
      for (int threads : able.isEmpty() ? List.<Integer>of() : plan.threads(round)) {
        run(
            options(VerificationBenchmark.class)
                .threads(threads)
                .param("algorithm", algorithm.name())
                .param("contender", names(able)));
      }
    }
  }

  private void signing(List<Algorithm> algorithms) throws RunnerException {
    List<Algorithm> able = algorithms.stream().filter(one -> !one.isSecret()).toList();
    if (!able.isEmpty()) {
      run(
          options(SigningBenchmark.class)
              .threads(1)
              .param("algorithm", names(able))
              .param("signer", names(List.of(Signer.values()))));
    }
  }

  private void growth() throws RunnerException {
    for (Growth growth : Growth.values()) {
      run(
          options(GrowthBenchmark.class)
              .threads(1)
              .param("growth", growth.name())
              .param("size", names(plan.sizes(growth))));
    }
  }

  private void run(ChainedOptionsBuilder options) throws RunnerException {
    Collection<RunResult> done = new Runner(options.build(), log).run();
    results.addAll(done);
    LOG.log(System.Logger.Level.INFO, "{0} results", results.size());
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmark.getName().replace(".", "\\.") + "\\..*")
            .jvm(java.command().toString())
            .jvmArgs(JVM)
            .addProfiler(org.openjdk.jmh.profile.GCProfiler.class)
            .shouldFailOnError(true);
    plan.applyTo(options);
    return options;
  }

  private static String[] names(List<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  private static <E extends Enum<E>> List<E> chosen(String names, E[] values) {
    List<String> wanted = List.of(names.split(",", -1));
    List<E> chosen =
        Stream.of(values)
            .filter(value -> names.equals(ALL) || wanted.contains(value.name()))
            .toList();
    if (!names.equals(ALL) && chosen.size() < wanted.size()) {
      throw new IllegalArgumentException(
          names + " is not all of " + List.of(values) + " with commas between");
    }
    return chosen;
  }
}
