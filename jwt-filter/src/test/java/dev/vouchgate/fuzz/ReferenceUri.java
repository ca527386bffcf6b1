package dev.vouchgate.fuzz;

import java.util.Locale;
import java.util.Optional;

/** An http or https address read a second time, character by character, as RFC 3986 has it. */
final class ReferenceUri {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String UNRESERVED = LETTERS + DIGITS + "-._~";
  private static final String NAME = UNRESERVED + "%!$&'()*+,;=";
  private static final String ADDRESS = DIGITS + "abcdefABCDEF:.";
  private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";
  private static final int MAX_PORT_DIGITS = 5;

  private ReferenceUri() {}

  /** Its normal form, without query and fragment; empty if it is no such address. */
  static Optional<String> normal(String text) {
    int slashes = text.indexOf("://");
    String scheme = slashes < 0 ? "" : small(text.substring(0, slashes));
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    String rest = text.substring(slashes + 3);
    int end = first(rest, "?#", 0);
    int path = Math.min(first(rest, "/", 0), end);
    String authority = rest.substring(0, path);
    int colon = first(authority, ":", authority.startsWith("[") ? first(authority, "]", 0) : 0);
    String host = authority.substring(0, colon);
    String port = authority.substring(Math.min(colon + 1, authority.length()));
    boolean fits =
        isHost(host)
            && port.length() <= MAX_PORT_DIGITS
            && consistsOf(port, DIGITS)
            && first(rest, LINE_ENDS, end) == rest.length();
    boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    return fits
        ? Optional.of(
            scheme
                + "://"
                + small(host)
                + (usual ? "" : ":" + port)
                + withoutDots(decoded(rest.substring(path, end))))
        : Optional.empty();
  }

  private static boolean isHost(String host) {
    return host.startsWith("[")
        ? host.length() > 2
            && host.endsWith("]")
            && consistsOf(host.substring(1, host.length() - 1), ADDRESS)
        : !host.isEmpty() && consistsOf(host, NAME);
  }

  /** Section 6.2.2.2: what need not be encoded is not; section 6.2.2.1: in capitals otherwise. */
  private static String decoded(String path) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      boolean octet =
          path.charAt(i) == '%'
              && i + 2 < path.length()
              && consistsOf(path.substring(i + 1, i + 3), DIGITS + "abcdefABCDEF");
      char c = octet ? (char) Integer.parseInt(path.substring(i + 1, i + 3), 16) : path.charAt(i);
      if (octet && UNRESERVED.indexOf(c) < 0) {
        plain.append('%').append(path.substring(i + 1, i + 3).toUpperCase(Locale.ROOT));
      } else {
        plain.append(c);
      }
      i += octet ? 2 : 0;
    }
    return plain.toString();
  }

  /** Section 5.2.4 to the letter, of which only steps B, C and E can occur. */
  private static String withoutDots(String path) {
    String input = path.isEmpty() ? "/" : path;
    StringBuilder output = new StringBuilder();
    while (!input.isEmpty()) {
      if (input.startsWith("/./") || input.equals("/.")) {
        input = "/" + input.substring(Math.min(3, input.length()));
      } else if (input.startsWith("/../") || input.equals("/..")) {
        input = "/" + input.substring(Math.min(4, input.length()));
        output.setLength(Math.max(0, output.lastIndexOf("/")));
      } else {
        int next = first(input, "/", 1);
        output.append(input, 0, next);
        input = input.substring(next);
      }
    }
    return output.toString();
  }

  private static int first(String text, String characters, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return Math.min(at, text.length());
  }

  private static boolean consistsOf(String text, String characters) {
    return text.chars().allMatch(c -> characters.indexOf(c) >= 0);
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
