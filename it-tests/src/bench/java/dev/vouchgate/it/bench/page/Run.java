package dev.vouchgate.it.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouchgate.it.bench.GrowthBenchmark;
import dev.vouchgate.it.bench.RunFacts;
import dev.vouchgate.it.bench.SigningBenchmark;
import dev.vouchgate.it.bench.VerificationBenchmark;
import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Growth;
import dev.vouchgate.it.bench.contender.Signer;
import dev.vouchgate.it.bench.token.Algorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the benchmarks on one Java; only figures of one run may be compared.
 *
 * @param java its version
 * @param facts on what it was made
 * @param figures by what was measured
 */
record Run(String java, RunFacts facts, Map<Key, Figures> figures) {

  /**
   * What was measured.
   *
   * @param benchmark the benchmark's class
   * @param subject an algorithm, or what grows
   * @param variant a contender, or how many there are
   * @param threads how many at once
   */
  record Key(String benchmark, String subject, String variant, int threads) {}

  /** Reads a file that JMH wrote, and the one beside it. */
  static Run read(Path json) throws IOException {
    Map<Key, Figures> figures = new LinkedHashMap<>();
    String java = "";
    for (JsonNode result : new ObjectMapper().readTree(json.toFile())) {
      java = result.required("jdkVersion").asText() + ", " + result.required("vmName").asText();
      figures.merge(key(result), figures(result), Figures::and);
    }
    String name = json.getFileName().toString().replace(".json", ".properties");
    return new Run(java, RunFacts.read(json.resolveSibling(name)), figures);
  }

  Optional<Figures> of(Algorithm algorithm, Contender contender, int threads) {
    return Optional.ofNullable(
        figures.get(
            new Key(
                VerificationBenchmark.class.getName(),
                algorithm.name(),
                contender.name(),
                threads)));
  }

  Optional<Figures> of(Growth growth, int size) {
    return Optional.ofNullable(
        figures.get(
            new Key(GrowthBenchmark.class.getName(), growth.name(), Integer.toString(size), 1)));
  }

  Optional<Figures> of(Algorithm algorithm, Signer signer) {
    return Optional.ofNullable(
        figures.get(new Key(SigningBenchmark.class.getName(), algorithm.name(), signer.name(), 1)));
  }

  private static Key key(JsonNode result) {
    String method = result.required("benchmark").asText();
    List<String> parameters = new ArrayList<>();
    result.required("params").forEach(value -> parameters.add(value.asText()));
    return new Key(
        method.substring(0, method.lastIndexOf('.')),
        parameters.get(0),
        parameters.get(1),
        result.required("threads").asInt());
  }

  private static Figures figures(JsonNode result) {
    JsonNode others = result.required("secondaryMetrics");
    List<Double> operations = raw(others.required("operations"));
    List<Double> nanos = raw(others.required("cpuNanos"));
    List<Double> perCpuSecond = new ArrayList<>();
    for (int i = 0; i < nanos.size(); i++) {
      perCpuSecond.add(operations.get(i) * 1e9 / nanos.get(i));
    }
    return new Figures(
        perCpuSecond,
        raw(result.required("primaryMetric")),
        raw(others.required("gc.alloc.rate.norm")));
  }

  /** Of all iterations in all forks. */
  private static List<Double> raw(JsonNode metric) {
    List<Double> numbers = new ArrayList<>();
    metric
        .required("rawData")
        .forEach(fork -> fork.forEach(iteration -> numbers.add(iteration.asDouble())));
    return numbers;
  }
}
