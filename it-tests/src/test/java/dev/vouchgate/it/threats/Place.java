package dev.vouchgate.it.threats;

import dev.vouchgate.it.threats.RawCall.Answer;

/** A place that a policy keeps for administrators, and how one sees that it was served. */
public enum Place {
  PREFIX("", "guarded", "/guarded/*"),
  EXACT("", "exact", "/exact"),
  SUFFIX("", "x.report", "*.report"),
  FILE("/private", "data.txt", "/private/*"),
  REST_PREFIX("/rest", "guarded", "/rest/guarded/*"),
  REST_EXACT("/rest", "exact", "/rest/exact");

  private final String before;
  private final String segment;
  private final String mark;

  Place(String before, String segment, String mark) {
    this.before = before;
    this.segment = segment;
    this.mark = mark;
  }

  /** The path behind that of the application, as it should be written. */
  public String path() {
    return before + "/" + segment;
  }

  /** The path up to what is spelled otherwise. */
  public String before() {
    return before;
  }

  /** What is spelled otherwise. */
  public String segment() {
    return segment;
  }

  /** Whether this place was served, whatever the status. */
  public boolean isServed(Answer answer) {
    return answer.body().contains("served " + mark) || answer.headers("X-Served").contains(mark);
  }
}
