package dev.vouchgate.it.bench.load;

/** How long load is put on. */
enum LoadPlan {
  /** Whether everything runs; its figures mean nothing. */
  SMOKE(1, 1, 2, 1),
  QUICK(1, 10, 4, 3),
  FULL(3, 14, 8, 3);

  private final int rounds;
  private final int warmUp;
  private final int slices;
  private final int seconds;

  LoadPlan(int rounds, int warmUp, int slices, int seconds) {
    this.rounds = rounds;
    this.warmUp = warmUp;
    this.slices = slices;
    this.seconds = seconds;
  }

  /** How often servers are started: one start compiles and lays out memory unlike the next. */
  int rounds() {
    return rounds;
  }

  /** Seconds for each server before a traffic is measured. */
  int warmUp(Traffic traffic) {
    return traffic.isGoal() ? warmUp : Math.max(1, warmUp / 4);
  }

  /** How often a traffic is measured in a round, with the gate and without it together. */
  int slices(Traffic traffic) {
    return traffic.isGoal() ? slices : Math.max(2, slices / 4);
  }

  /** Seconds a slice. */
  int seconds() {
    return seconds;
  }
}
