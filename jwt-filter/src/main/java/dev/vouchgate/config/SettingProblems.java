package dev.vouchgate.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with the settings: one line each, without secrets. */
final class SettingProblems {
  private static final int SHOWN = 60;

  /** Whatever could end a line of the message, or act on a terminal. */
  private static final Pattern BREAK = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** What follows the question mark of an address may be a key to it. */
  private static final Pattern QUERY = Pattern.compile("(://[^?#]*)[?#].*");

  /** A password, more often than not. */
  private static final Pattern USER_INFORMATION = Pattern.compile("(://)[^/]*@");

  private final Set<String> lines = new LinkedHashSet<>();

  /** Notes a line. */
  void add(String line) {
    lines.add(line);
  }

  /** Notes that a value is not what it may be. */
  void add(String name, Optional<String> value, boolean secret, String expected) {
    String was = value.map(text -> secret ? "(hidden)" : shown(text)).orElse("not set");
    lines.add(name + ": was " + was + "; expected " + expected);
  }

  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new SettingsException(List.copyOf(lines));
    }
  }

  private static String shown(String value) {
    String line = BREAK.matcher(value).replaceAll(" ");
    line = QUERY.matcher(line).replaceFirst("$1?(hidden)");
    line = USER_INFORMATION.matcher(line).replaceFirst("$1(hidden)@");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }
}
