package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.contender.Signer;
import dev.vouchgate.it.bench.token.Algorithm;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one run says of signing.
 *
 * @param run the run
 */
record SigningTable(Run run) {
  private static final String HEAD =
      """
      | | the primitive, per CPU second | Vouchgate | of the primitive | bytes a token |
      |---|--:|--:|--:|--:|
      """;

  /** Whether none was measured. */
  boolean isEmpty() {
    return measured().isEmpty();
  }

  String markdown() {
    StringBuilder table = new StringBuilder(HEAD);
    for (Algorithm algorithm : measured()) {
      Figures primitive = run.of(algorithm, Signer.PRIMITIVE).orElseThrow();
      Figures ours = run.of(algorithm, Signer.VOUCHGATE).orElseThrow();
      double floor = Figures.median(primitive.perCpuSecond());
      double signed = Figures.median(ours.perCpuSecond());
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f ± %.1f %% | %,.0f ± %.1f %% | %.2f | %,.0f |%n",
              algorithm.jose(),
              floor,
              100 * Figures.spread(primitive.perCpuSecond()),
              signed,
              100 * Figures.spread(ours.perCpuSecond()),
              signed / floor,
              Figures.median(ours.bytes())));
    }
    return table.toString();
  }

  private List<Algorithm> measured() {
    return Stream.of(Algorithm.values())
        .filter(
            algorithm ->
                Stream.of(Signer.values())
                    .allMatch(signer -> run.of(algorithm, signer).isPresent()))
        .toList();
  }
}
