package dev.vouchgate.differential;

import dev.vouchgate.verify.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What three judges said of many tokens. */
final class Tally {
  private final Map<String, Integer> inputs = new TreeMap<>();
  private final Map<Reason, Integer> refusedAlone = new EnumMap<>(Reason.class);
  private final Map<String, Integer> unlisted = new TreeMap<>();
  private final List<String> acceptedAlone = new ArrayList<>();
  private int acceptedByAll;
  private int refusedByAll;

  /** Puts a token to all of them. */
  void ask(String kind, Peers peers, String compact) {
    inputs.merge(kind, 1, Integer::sum);
    Optional<Rejection> refusal = peers.refusal(compact);
    Map<String, Boolean> others = peers.verdicts(compact);
    if (refusal.isPresent()) {
      if (others.containsValue(true)) {
        refusedAlone(refusal.get());
      } else {
        refusedByAll++;
      }
    } else if (others.containsValue(false)) {
      acceptedAlone.add(kind + " " + others + " " + compact);
    } else {
      acceptedByAll++;
    }
  }

  private void refusedAlone(Rejection refusal) {
    List<Reason> reasons = Reason.of(refusal);
    if (reasons.size() == 1) {
      refusedAlone.merge(reasons.get(0), 1, Integer::sum);
    } else {
      unlisted.merge(refusal.code() + ": " + refusal.logReason() + " " + reasons, 1, Integer::sum);
    }
  }

  /** How many tokens there were. */
  int inputs() {
    return sum(inputs);
  }

  int acceptedByAll() {
    return acceptedByAll;
  }

  /** What the gate refused and another accepted, by the reason on the list. */
  Map<Reason, Integer> refusedAlone() {
    return refusedAlone;
  }

  /** The same where the list has no reason, or two. */
  Map<String, Integer> unlisted() {
    return unlisted;
  }

  /** What the gate accepted and another refused. */
  List<String> acceptedAlone() {
    return acceptedAlone;
  }

  /** All counts, a line each. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("tokens: " + inputs() + " " + inputs);
    lines.add("accepted by all: " + acceptedByAll);
    lines.add("refused by all: " + refusedByAll);
    lines.add("accepted by the gate, refused by another: " + acceptedAlone.size());
    lines.add("refused by the gate, accepted by another: " + sum(refusedAlone));
    refusedAlone.forEach((reason, count) -> lines.add("  " + count + " " + reason));
    unlisted.forEach((reason, count) -> lines.add("  " + count + " not listed: " + reason));
    return String.join("\n", lines) + "\n";
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
