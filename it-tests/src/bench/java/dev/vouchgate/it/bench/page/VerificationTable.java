package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Contender.Kind;
import dev.vouchgate.it.bench.token.Algorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one run says of one algorithm, on one thread.
 *
 * @param run the run
 * @param algorithm the algorithm
 */
record VerificationTable(Run run, Algorithm algorithm) {
  private static final String HEAD =
      """
      | | per CPU second | of the primitive | of the best peer | bytes a token |
      |---|--:|--:|--:|--:|
      """;

  /** Whether anything was measured. */
  boolean isEmpty() {
    return Stream.of(Contender.values()).allMatch(contender -> figures(contender).isEmpty());
  }

  String markdown() {
    OptionalDouble floor = best(contender -> contender.kind() == Kind.FLOOR);
    OptionalDouble peer = best(contender -> contender.kind() == Kind.PEER);
    StringBuilder table = new StringBuilder(HEAD);
    for (Contender contender : Contender.values()) {
      figures(contender)
          .ifPresent(
              figures ->
                  table.append(
                      row(contender, figures, ratio(contender, floor), ratio(contender, peer))));
    }
    return table.toString();
  }

  /** The same as bars, by what is measured of the fastest. */
  Plot.Group bars() {
    // The others' bars would be too short to be seen beside it.
    Predicate<Contender> cold = contender -> contender.kind() != Kind.REPEATED;
    double most = best(cold).orElse(1);
    List<Plot.Bar> bars = new ArrayList<>();
    for (Contender contender : Stream.of(Contender.values()).filter(cold).toList()) {
      throughput(contender)
          .ifPresent(
              value ->
                  bars.add(
                      new Plot.Bar(
                          contender.title(),
                          value / most,
                          String.format(Locale.ROOT, "%,.0f", value),
                          contender.kind() == Kind.OURS)));
    }
    return new Plot.Group(algorithm.jose() + ", verifications per CPU second", bars);
  }

  private OptionalDouble throughput(Contender contender) {
    return figures(contender)
        .map(figures -> OptionalDouble.of(Figures.median(figures.perCpuSecond())))
        .orElse(OptionalDouble.empty());
  }

  /** That as a part of another; a dash if there is none to compare with. */
  private String ratio(Contender contender, OptionalDouble to) {
    OptionalDouble own = throughput(contender);
    return own.isPresent() && to.isPresent()
        ? String.format(Locale.ROOT, "%.2f", own.getAsDouble() / to.getAsDouble())
        : "–";
  }

  private OptionalDouble best(Predicate<Contender> among) {
    return Stream.of(Contender.values())
        .filter(among)
        .flatMapToDouble(contender -> throughput(contender).stream())
        .max();
  }

  private static String row(Contender contender, Figures figures, String floor, String peer) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f ± %.1f %% | %s | %s | %,.0f |%n",
        isOurs(contender) ? "**" + contender.title() + "**" : contender.title(),
        Figures.median(figures.perCpuSecond()),
        100 * Figures.spread(figures.perCpuSecond()),
        floor,
        peer,
        Figures.median(figures.bytes()));
  }

  private static boolean isOurs(Contender contender) {
    return contender.kind() == Kind.OURS || contender.kind() == Kind.REPEATED;
  }

  private Optional<Figures> figures(Contender contender) {
    return run.of(algorithm, contender, 1);
  }
}
