package dev.vouchgate.observe;

import java.util.Locale;

/**
 * Text that strangers may have chosen, made safe for one line of a log (CWE-117): control
 * characters and all beyond ASCII are escaped, long text is cut. Escaping is once for all: what
 * looks escaped and was sent so is told from what was escaped here.
 */
public final class LogText {
  private static final int MAX_LENGTH = 300;

  private LogText() {}

  /**
   * Escapes a text.
   *
   * @param text any text
   * @return printable ASCII on one line, 300 characters of the original at most; a dollar sign is
   *     escaped too, so that no logger takes it for a look-up
   */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 16);
    for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '$') {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        // Doubled, or six harmless characters could pass for a line break that was escaped.
        safe.append(c == '\\' ? "\\\\" : c);
      }
    }
    return text.length() > MAX_LENGTH ? safe.append("...").toString() : safe.toString();
  }
}
