package dev.vouchgate.fuzz;

import java.util.function.Supplier;

/** What must hold for every input; cheap enough to be asked millions of times. */
final class Assure {
  private Assure() {}

  static void that(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError(claim);
    }
  }

  static void that(boolean holds, Supplier<String> claim) {
    if (!holds) {
      throw new AssertionError(claim.get());
    }
  }
}
