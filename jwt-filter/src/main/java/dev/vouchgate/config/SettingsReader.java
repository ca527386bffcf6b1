package dev.vouchgate.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads settings by type and remembers every one that is wrong, so that they are told all at once.
 *
 * <p>A wrong value reads as the default, so that reading can go on; {@link #throwIfWrong} ends it.
 */
final class SettingsReader {
  private static final int SHOWN = 60;

  private final SettingsSource source;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(SettingsSource source) {
    this.source = source;
  }

  Optional<String> text(Setting setting) {
    return source.value(setting.text());
  }

  Optional<String> text(Setting setting, String part) {
    return source.value(setting.pattern().with(part));
  }

  /** The parts between the angle brackets for which the setting is set, in order. */
  List<String> parts(Setting setting) {
    return source.names().stream()
        .flatMap(name -> setting.pattern().part(name).stream())
        .filter(part -> text(setting, part).isPresent())
        .sorted()
        .toList();
  }

  List<String> list(Setting setting) {
    return split(text(setting).or(setting::defaultValue).orElse(""));
  }

  static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList();
  }

  boolean flag(Setting setting) {
    Optional<String> text = text(setting);
    if (text.isEmpty() || text.get().equals("false")) {
      return false;
    }
    if (!text.get().equals("true")) {
      wrong(setting, "true or false");
    }
    return true;
  }

  int number(Setting setting, int from, int to) {
    int fallback = Integer.parseInt(setting.defaultValue().orElseThrow());
    Optional<Integer> number = text(setting).flatMap(SettingsReader::number);
    if (text(setting).isEmpty()) {
      return fallback;
    }
    if (number.isEmpty() || number.get() < from || number.get() > to) {
      wrong(setting, "a whole number from " + from + " to " + to);
      return fallback;
    }
    return number.get();
  }

  Optional<Duration> duration(Setting setting, Duration from, Duration to) {
    Optional<String> text = text(setting);
    Optional<Duration> duration =
        text.or(setting::defaultValue)
            .flatMap(DurationText::parse)
            .filter(d -> !isOut(d, from, to));
    if (text.isPresent() && duration.isEmpty()) {
      wrong(
          setting,
          "a duration from "
              + from.toSeconds()
              + " to "
              + to.toSeconds()
              + " seconds, such as 90s");
    }
    return duration;
  }

  /** The listed names as what they name. */
  <T> Set<T> named(Setting setting, List<String> names, Function<String, Optional<T>> lookup) {
    Set<T> found = new LinkedHashSet<>();
    for (String name : names) {
      Optional<T> value = lookup.apply(name);
      value.ifPresentOrElse(found::add, () -> wrong(setting, setting.form()));
    }
    return found;
  }

  /** Notes that a setting's value is not what it may be. */
  void wrong(Setting setting, String expected) {
    wrong(setting.text(), setting.isSecret(), expected);
  }

  void wrong(Setting setting, String part, String expected) {
    wrong(setting.pattern().with(part), setting.isSecret(), expected);
  }

  /** Notes something wrong that is more than one value. */
  void problem(String line) {
    if (!problems.contains(line)) {
      problems.add(line);
    }
  }

  /**
   * Notes every name under {@code vouchgate.} that is no setting: a typing error must not open a
   * door.
   */
  void unknownNames() {
    source.names().stream()
        .filter(name -> name.startsWith("vouchgate."))
        .filter(name -> Arrays.stream(Setting.values()).noneMatch(s -> s.pattern().matches(name)))
        .sorted()
        .forEach(name -> problem(name + ": there is no such setting"));
  }

  void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  private void wrong(String name, boolean secret, String expected) {
    String was =
        source.value(name).map(value -> secret ? "(hidden)" : shown(value)).orElse("not set");
    problem(name + ": was " + was + "; expected " + expected);
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }

  private static boolean isOut(Duration duration, Duration from, Duration to) {
    return duration.compareTo(from) < 0 || duration.compareTo(to) > 0;
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
