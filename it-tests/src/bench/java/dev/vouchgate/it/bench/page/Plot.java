package dev.vouchgate.it.bench.page;

import java.util.List;
import java.util.Locale;

/** Bars, drawn in SVG, readable on white and on black. */
final class Plot {
  private static final int LABEL = 210;
  private static final int WIDTH = 760;
  private static final int BAR = 16;
  private static final int STEP = 20;

  /** For the number at a bar's end. */
  private static final int MARGIN = 70;

  /**
   * A bar.
   *
   * @param label what it is
   * @param value how long it is; 1 is the greatest of all
   * @param text what is written at its end
   * @param isOurs whether it stands out
   */
  record Bar(String label, double value, String text, boolean isOurs) {}

  /**
   * Bars under one heading.
   *
   * @param title the heading
   * @param bars from top to bottom
   */
  record Group(String title, List<Bar> bars) {}

  private final StringBuilder body = new StringBuilder();
  private int y = STEP;

  private Plot() {}

  /** Groups of bars, one below the other. */
  static String of(List<Group> groups) {
    Plot plot = new Plot();
    groups.forEach(plot::draw);
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="12" fill="#808080">
        %s</svg>
        """,
        WIDTH,
        plot.y,
        plot.body);
  }

  private void draw(Group group) {
    text(0, "start", "bold", group.title());
    y += STEP;
    group.bars().forEach(this::draw);
    y += STEP / 2;
  }

  private void draw(Bar bar) {
    double length = bar.value() * (WIDTH - LABEL - MARGIN);
    text(LABEL - 8, "end", "normal", bar.label());
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
            LABEL,
            y - BAR + 4,
            length,
            BAR,
            bar.isOurs() ? "#2f81f7" : "#9aa4ae"));
    text(LABEL + (int) length + 6, "start", "normal", bar.text());
    y += STEP;
  }

  private void text(int x, String anchor, String weight, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            weight,
            text));
  }
}
