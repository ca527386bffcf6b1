package dev.vouchgate.config;

import dev.vouchgate.config.setting.SampleSetting;
import dev.vouchgate.config.setting.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads settings by type and remembers every one that is wrong, so that they are told all at once.
 *
 * <p>A wrong value reads as the default, so that reading can go on; {@link #throwIfWrong} ends it.
 */
final class SettingsReader {
  private final SettingsSource source;
  private final SettingProblems problems;
  private final Map<Setting, Object> shared;
  private final Optional<IssuerScope> scope;

  SettingsReader(SettingsSource source) {
    this(source, new SettingProblems(), new HashMap<>(), Optional.empty());
  }

  private SettingsReader(
      SettingsSource source,
      SettingProblems problems,
      Map<Setting, Object> shared,
      Optional<IssuerScope> scope) {
    this.source = source;
    this.problems = problems;
    this.shared = shared;
    this.scope = scope;
  }

  /** The same settings as they are for one of several issuers; what is wrong is told together. */
  SettingsReader of(IssuerScope issuer) {
    return new SettingsReader(source, problems, shared, Optional.of(issuer));
  }

  /**
   * What a setting of all issuers makes, where that is dear, or has to be the very same for all.
   */
  @SuppressWarnings("unchecked") // always asked for in the same way
  <T> T once(Setting setting, Supplier<T> reading) {
    Object known = shared.get(setting);
    if (known == null) {
      known = reading.get();
      shared.put(setting, known);
    }
    return (T) known;
  }

  /** Whether anything is set that the gate heeds, or that somebody may have meant it to heed. */
  boolean isAnySet() {
    return source.names().stream()
            .anyMatch(
                name -> name.startsWith("vouchgate.") && !SampleSetting.DEMO.text().equals(name))
        || Setting.all()
            .filter(setting -> setting != SampleSetting.DEMO)
            .anyMatch(setting -> text(setting).isPresent() || isFamilySet(setting));
  }

  private boolean isFamilySet(Setting setting) {
    return new SettingName(setting.text()).isFamily() && !parts(setting).isEmpty();
  }

  /** What the setting is called here, where it is or would be set. */
  String name(Setting setting) {
    String own = ownName(setting);
    boolean inherited =
        source.value(own).isEmpty()
            && inherits(setting)
            && source.value(setting.text()).isPresent();
    return inherited ? setting.text() : own;
  }

  Optional<String> text(Setting setting) {
    return source.value(name(setting));
  }

  Optional<String> text(Setting setting, String part) {
    return source.value(pattern(setting).with(part));
  }

  private String ownName(Setting setting) {
    return scope.map(issuer -> issuer.nameOf(setting)).orElse(setting.text());
  }

  private boolean inherits(Setting setting) {
    return scope.filter(issuer -> issuer.inherits(setting)).isPresent();
  }

  private SettingName pattern(Setting setting) {
    return new SettingName(ownName(setting));
  }

  /**
   * What stands between the angle brackets wherever one of the family is set, in order.
   *
   * <p>An environment variable counts too, or a policy that is only there would protect nothing. It
   * does not tell a name's case and punctuation; a name that is known otherwise is taken for it.
   */
  Set<String> parts(Setting... family) {
    Set<String> parts = new TreeSet<>();
    for (Setting setting : family) {
      parts.addAll(parts(setting, pattern(setting).part()));
    }
    Set<String> known = parts.stream().map(SettingName::variable).collect(Collectors.toSet());
    for (Setting setting : family) {
      parts(setting, pattern(setting).partOfVariable()).stream()
          .filter(part -> !known.contains(SettingName.variable(part)))
          .forEach(parts::add);
    }
    return parts;
  }

  private List<String> parts(Setting setting, Function<String, Optional<String>> reading) {
    return source.names().stream()
        .flatMap(name -> reading.apply(name).stream())
        .filter(part -> text(setting, part).isPresent())
        .toList();
  }

  List<String> list(Setting setting) {
    List<String> list = split(text(setting).or(setting::defaultValue).orElse(""));
    if (list.isEmpty() && text(setting).isPresent()) {
      wrong(setting, "a list of at least one");
    }
    return list;
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

  /** The names as what they name; told once if any names nothing, or there are none. */
  <T> Set<T> named(
      Setting setting, List<String> names, Function<String, Optional<T>> lookup, String expected) {
    Set<T> found = new LinkedHashSet<>();
    names.forEach(name -> lookup.apply(name).ifPresent(found::add));
    if (names.isEmpty() || names.stream().anyMatch(name -> lookup.apply(name).isEmpty())) {
      wrong(setting, expected);
    }
    return found;
  }

  /** Notes that a setting's value is not what it may be. */
  void wrong(Setting setting, String expected) {
    wrong(name(setting), setting.isSecret(), expected);
  }

  /** The same for a value that must not be shown. */
  void wrongSecret(Setting setting, String expected) {
    wrong(name(setting), true, expected);
  }

  void wrong(Setting setting, String part, String expected) {
    wrong(pattern(setting).with(part), setting.isSecret(), expected);
  }

  /** Notes what is wrong with a setting's value, where more is known than what it may be. */
  void problem(Setting setting, String what) {
    problems.add(name(setting) + ": " + what);
  }

  /** Notes something wrong that is more than one value. */
  void problem(String line) {
    problems.add(line);
  }

  void throwIfWrong() {
    problems.throwIfAny();
  }

  private void wrong(String name, boolean secret, String expected) {
    problems.add(name, source.value(name), secret, expected);
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
