package dev.vouchgate.it.bench.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured of one thing in all rounds, a number for each iteration.
 *
 * @param perCpuSecond operations in a second of processor time
 * @param perSecond operations in a second of the clock, by all threads together
 * @param bytes allocated for one
 */
record Figures(List<Double> perCpuSecond, List<Double> perSecond, List<Double> bytes) {

  Figures {
    perCpuSecond = List.copyOf(perCpuSecond);
    perSecond = List.copyOf(perSecond);
    bytes = List.copyOf(bytes);
  }

  /** These and those of another round. */
  Figures and(Figures other) {
    return new Figures(
        joined(perCpuSecond, other.perCpuSecond),
        joined(perSecond, other.perSecond),
        joined(bytes, other.bytes));
  }

  /** The middle one of many, which an iteration that went wrong does not move. */
  static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** How far the numbers lie from their median, as a part of it: half of them lie no farther. */
  static double spread(List<Double> numbers) {
    double median = median(numbers);
    return median(numbers.stream().map(number -> Math.abs(number - median)).toList()) / median;
  }

  private static List<Double> joined(List<Double> some, List<Double> others) {
    List<Double> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
