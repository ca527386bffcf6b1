package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.load.Pair;
import dev.vouchgate.it.bench.load.Slice;
import dev.vouchgate.it.bench.load.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run of the load test says of one server.
 *
 * @param run the run
 * @param pair the server
 */
record LoadTable(LoadRun run, Pair pair) {
  private static final String HEAD =
      """
      | | requests/s without | with | ratio | µs of CPU without | with | ratio | bytes without | with |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  /** Whether nothing was measured. */
  boolean isEmpty() {
    return run.slices().stream().noneMatch(slice -> slice.pair() == pair);
  }

  String markdown() {
    StringBuilder table = new StringBuilder(HEAD);
    for (Traffic traffic : Traffic.values()) {
      List<Slice> without = run.of(pair, traffic, false);
      List<Slice> with = run.of(pair, traffic, true);
      if (!with.isEmpty() && with.size() == without.size()) {
        table.append(row(traffic, without, with));
      }
    }
    return table.toString();
  }

  private static String row(Traffic traffic, List<Slice> without, List<Slice> with) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %s | %.1f | %.1f | %s | %,.0f | %,.0f |\n",
        traffic.title(),
        median(without, Slice::perSecond),
        median(with, Slice::perSecond),
        ratio(with, without, Slice::perSecond),
        median(without, Slice::cpuMicrosEach),
        median(with, Slice::cpuMicrosEach),
        ratio(without, with, Slice::cpuMicrosEach),
        median(without, Slice::bytesEach),
        median(with, Slice::bytesEach));
  }

  private static double median(List<Slice> slices, ToDoubleFunction<Slice> figure) {
    return Figures.median(slices.stream().map(figure::applyAsDouble).toList());
  }

  /** Of neighbours in time: those were measured on the same machine, so to say. */
  private static String ratio(
      List<Slice> above, List<Slice> below, ToDoubleFunction<Slice> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(figure.applyAsDouble(above.get(i)) / figure.applyAsDouble(below.get(i)));
    }
    return String.format(
        Locale.ROOT, "%.3f ± %.1f %%", Figures.median(ratios), 100 * Figures.spread(ratios));
  }
}
