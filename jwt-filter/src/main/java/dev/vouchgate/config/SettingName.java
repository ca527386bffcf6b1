package dev.vouchgate.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting's name; one with a part in angle brackets, {@code vouchgate.policy.<name>.roles},
 * stands for many.
 *
 * @param text as it is written in a properties file
 */
record SettingName(String text) {

  boolean isFamily() {
    return text.indexOf('<') >= 0;
  }

  /** Whether a name is this one, or one of the many. */
  boolean matches(String name) {
    return isFamily() ? part(name).isPresent() : text.equals(name);
  }

  /** The name of one of the many. */
  String with(String part) {
    return head() + part + tail();
  }

  /** What stands for the angle brackets in the name of one of the many. */
  Optional<String> part(String name) {
    return part().apply(name);
  }

  /** The same for many names. */
  Function<String, Optional<String>> part() {
    String head = head();
    String tail = tail();
    return name -> between(head, name, tail);
  }

  /**
   * The same for names of environment variables in capitals, which leave no trace of case and
   * punctuation (MicroProfile Config 3.0, 5.3): in small letters.
   */
  Function<String, Optional<String>> partOfVariable() {
    String head = variable(head());
    String tail = variable(tail());
    return variable -> between(head, variable, tail).map(part -> part.toLowerCase(Locale.ROOT));
  }

  /** A name as an environment variable in capitals. */
  static String variable(String name) {
    return underscored(name).toUpperCase(Locale.ROOT);
  }

  /** A name as an environment variable. */
  static String underscored(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }

  private String head() {
    return text.substring(0, text.indexOf('<'));
  }

  private String tail() {
    return text.substring(text.indexOf('>') + 1);
  }

  private static Optional<String> between(String head, String name, String tail) {
    return name.length() > head.length() + tail.length()
            && name.startsWith(head)
            && name.endsWith(tail)
        ? Optional.of(name.substring(head.length(), name.length() - tail.length()))
        : Optional.empty();
  }
}
