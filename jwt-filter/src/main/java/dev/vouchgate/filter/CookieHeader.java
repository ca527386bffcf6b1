package dev.vouchgate.filter;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * The values of one cookie, by the grammar of RFC 6265 §4.2.1 alone: pairs between semicolons, a
 * name to the first equals sign and in exact case, a value as it stands.
 *
 * <p>Not as the container reads them: one keeps of two cookies of a name the first alone, and fails
 * for a stranger's bytes; others differ in quotes, blanks and commas. The same header would mean a
 * caller here and none there.
 */
final class CookieHeader {

  private CookieHeader() {}

  /**
   * The values of a cookie that are not empty.
   *
   * @param lines every Cookie header of a request: HTTP/2 may send several (RFC 9113 §8.2.3)
   * @param name the cookie's, an HTTP token
   * @return none, one, or the first two: more than one is one too many
   */
  static List<String> values(Enumeration<String> lines, String name) {
    List<String> values = new ArrayList<>(2);
    while (lines.hasMoreElements() && values.size() < 2) {
      addTo(values, lines.nextElement(), name + "=");
    }
    return values;
  }

  private static void addTo(List<String> values, String line, String start) {
    int from = 0;
    while (from < line.length() && values.size() < 2) {
      while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == '\t')) {
        from++;
      }
      int semicolon = line.indexOf(';', from);
      int to = semicolon < 0 ? line.length() : semicolon;
      // Neither name nor equals sign is a semicolon, so that what starts so does within its pair.
      if (line.startsWith(start, from) && from + start.length() < to) {
        values.add(line.substring(from + start.length(), to));
      }
      from = to + 1;
    }
  }
}
