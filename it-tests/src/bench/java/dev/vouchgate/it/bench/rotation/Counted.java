package dev.vouchgate.it.bench.rotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What was counted.
 *
 * @param answers how many there were of each status; -1 for no answer
 * @param micros how long each call took, in microseconds, in order
 * @param keys how many keys were seen published, by their names
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Counted(Map<Integer, Integer> answers, long[] micros, int keys) {

  static Counted of(Map<Integer, Integer> answers, long[] micros, int keys) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Counted(Map.copyOf(answers), sorted, keys);
  }

  /** How many calls were not answered with 200. */
  int failed() {
    return answers.entrySet().stream()
        .filter(answer -> answer.getKey() != 200)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private double millis(double share) {
    return micros[(int) Math.min(micros.length - 1L, Math.round(micros.length * share))] / 1000.0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d calls, %d failed, answers %s, %d keys published; p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        micros.length,
        failed(),
        answers,
        keys,
        millis(0.5),
        millis(0.99),
        millis(1));
  }
}
