package dev.vouchgate.it.conformance;

import java.util.Collection;
import java.util.Locale;

/**
 * How many tests ran, and how many of them passed.
 *
 * @param run all that were to run, the skipped too
 * @param passed those that did and held
 */
record Tally(int run, int passed) {

  static final Tally NONE = new Tally(0, 0);

  static Tally of(Collection<TckResults.Outcome> outcomes) {
    return new Tally(
        outcomes.size(), (int) outcomes.stream().filter(TckResults.Outcome::passed).count());
  }

  Tally plus(Tally other) {
    return new Tally(run + other.run, passed + other.passed);
  }

  boolean isGreen() {
    return run > 0 && run == passed;
  }

  /** A cell of a table: the number, or what is missing in bold, or a dash where nothing ran. */
  String cell() {
    if (run == 0) {
      return "–";
    }
    return isGreen()
        ? Integer.toString(run)
        : String.format(Locale.ROOT, "**%d of %d**", passed, run);
  }
}
