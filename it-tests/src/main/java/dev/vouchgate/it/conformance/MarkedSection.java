package dev.vouchgate.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that is made from reports, between two comments that readers do not see. */
final class MarkedSection {

  private static final String START = "<!-- matrix: made from the reports, not to be edited -->\n";
  private static final String END = "<!-- /matrix -->\n";

  private MarkedSection() {}

  /**
   * Puts a text there in place of what is.
   *
   * @throws IllegalStateException if the page has no such part
   */
  static void replace(Path page, String text) throws IOException {
    String all = Files.readString(page);
    Files.writeString(page, all.substring(0, start(all, page)) + text + all.substring(end(all)));
  }

  /**
   * What is there now.
   *
   * @throws IllegalStateException if the page has no such part
   */
  static String of(Path page) throws IOException {
    String all = Files.readString(page);
    return all.substring(start(all, page), end(all));
  }

  private static int start(String all, Path page) {
    int start = all.indexOf(START);
    if (start < 0 || end(all) < start) {
      throw new IllegalStateException(page + " has no part between " + START + " and " + END);
    }
    return start + START.length();
  }

  private static int end(String all) {
    return all.indexOf(END);
  }
}
