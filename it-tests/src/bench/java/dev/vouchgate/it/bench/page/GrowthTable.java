package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.contender.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one run says of something that grows.
 *
 * @param run the run
 * @param growth what grows
 */
record GrowthTable(Run run, Growth growth) {
  private static final double MICROS = 1e6;

  /** Whether nothing was measured. */
  boolean isEmpty() {
    return sizes().isEmpty();
  }

  String markdown() {
    List<Integer> sizes = sizes();
    StringBuilder table = new StringBuilder("| " + growth.title() + " |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
    table.append("\n|---|").append("--:|".repeat(sizes.size())).append("\n| µs of CPU |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %.2f |", micros(size))));
    table.append("\n| of the first |");
    sizes.forEach(
        size ->
            table.append(
                String.format(Locale.ROOT, " %.2f |", micros(size) / micros(sizes.get(0)))));
    table.append("\n| bytes a token |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,.0f |", bytes(size))));
    return table.append('\n').toString();
  }

  /** The same as bars. */
  Plot.Group bars() {
    double longest = sizes().stream().mapToDouble(this::micros).max().orElse(1);
    List<Plot.Bar> bars = new ArrayList<>();
    for (int size : sizes()) {
      bars.add(
          new Plot.Bar(
              String.format(Locale.ROOT, "%,d", size),
              micros(size) / longest,
              String.format(Locale.ROOT, "%.2f µs", micros(size)),
              true));
    }
    return new Plot.Group(growth.title(), bars);
  }

  private List<Integer> sizes() {
    return growth.sizes().stream().filter(size -> run.of(growth, size).isPresent()).toList();
  }

  private double micros(int size) {
    return MICROS / Figures.median(run.of(growth, size).orElseThrow().perCpuSecond());
  }

  private double bytes(int size) {
    return Figures.median(run.of(growth, size).orElseThrow().bytes());
  }
}
