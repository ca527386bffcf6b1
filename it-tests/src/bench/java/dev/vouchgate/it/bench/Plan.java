package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Growth;
import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How thoroughly is measured. */
@SuppressWarnings("ImmutableEnumChecker") // its collections are never changed
enum Plan {
  /** Whether everything runs; its figures mean nothing. */
  SMOKE(1, 0, 1, 200, List.of(1)),
  QUICK(1, 4, 2, 1000, List.of(1)),
  FULL(2, 5, 3, 1000, List.of(1, 2));

  private final int rounds;
  private final int warmUps;
  private final int iterations;
  private final int millis;
  private final List<Integer> threads;

  Plan(int rounds, int warmUps, int iterations, int millis, List<Integer> threads) {
    this.rounds = rounds;
    this.warmUps = warmUps;
    this.iterations = iterations;
    this.millis = millis;
    this.threads = threads;
  }

  /** How often all is run, each time in a JVM of its own: what a machine does changes with time. */
  int rounds() {
    return rounds;
  }

  /** How many at once; more than one in the first round alone. */
  List<Integer> threads(int round) {
    return round == 1 ? threads : threads.subList(0, 1);
  }

  /** All sizes, or where there is little time the least and the greatest. */
  List<Integer> sizes(Growth growth) {
    List<Integer> all = growth.sizes();
    return this == FULL ? all : List.of(all.get(0), all.get(all.size() - 1));
  }

  void applyTo(ChainedOptionsBuilder options) {
    options
        .forks(1)
        .warmupIterations(warmUps)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.milliseconds(millis));
  }
}
