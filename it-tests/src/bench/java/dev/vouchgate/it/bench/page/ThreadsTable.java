package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.token.Algorithm;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a second thread gains, by the clock.
 *
 * @param run the run
 */
record ThreadsTable(Run run) {

  /** Whether none was measured. */
  boolean isEmpty() {
    return Stream.of(Contender.values()).noneMatch(this::isMeasured);
  }

  String markdown() {
    StringBuilder table = new StringBuilder("| |");
    for (Algorithm algorithm : Algorithm.values()) {
      table.append(' ').append(algorithm.jose()).append(" |");
    }
    table.append("\n|---|").append("--:|".repeat(Algorithm.values().length)).append('\n');
    for (Contender contender : Contender.values()) {
      if (isMeasured(contender)) {
        table.append("| ").append(contender.title()).append(" |");
        for (Algorithm algorithm : Algorithm.values()) {
          table.append(' ').append(cell(algorithm, contender)).append(" |");
        }
        table.append('\n');
      }
    }
    return table.toString();
  }

  private String cell(Algorithm algorithm, Contender contender) {
    return run.of(algorithm, contender, 2)
        .flatMap(
            two ->
                run.of(algorithm, contender, 1)
                    .map(one -> Figures.median(two.perSecond()) / Figures.median(one.perSecond())))
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("–");
  }

  private boolean isMeasured(Contender contender) {
    return Stream.of(Algorithm.values())
        .anyMatch(algorithm -> run.of(algorithm, contender, 2).isPresent());
  }
}
