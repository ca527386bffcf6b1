package dev.vouchgate.config;

import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.observe.LogText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds names that are no setting: a typing error must not open a door. */
final class UnknownSettings {
  private static final String OURS = "vouchgate.";
  private static final String STANDARD = "mp.jwt.";

  private UnknownSettings() {}

  /** What is wrong under {@code vouchgate.}, a line for each, in order of the names. */
  static List<String> problems(Set<String> names, Set<IssuerScope> issuers) {
    return names.stream()
        .filter(name -> name.startsWith(OURS) && !isKnown(name, issuers))
        .sorted()
        .map(
            name ->
                name
                    + ": there is no such setting"
                    + (IssuerScope.isScoped(name) ? ", or no such issuer in vouchgate.issuers" : "")
                    + "; docs/configuration.md lists them all")
        .toList();
  }

  /**
   * What to warn of: names of MicroProfile JWT's that it does not have. Others than we may read
   * such a name, so it stops nothing.
   */
  static List<String> warnings(Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(STANDARD) && !isKnown(name, Set.of()))
        .sorted()
        .map(
            name ->
                LogText.of(name)
                    + " is set and heeded by nobody here, for there is no such setting; perhaps "
                    + nearest(name)
                    + " is meant")
        .toList();
  }

  private static String nearest(String name) {
    return Setting.all()
        .map(Setting::text)
        .filter(text -> text.startsWith(STANDARD))
        .min(Comparator.comparingInt(text -> distance(name, text)))
        .orElseThrow();
  }

  /** How many characters have to be put in, taken out or changed (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  private static boolean isKnown(String name, Set<IssuerScope> issuers) {
    return IssuerScope.isScoped(name)
        ? IssuerScope.of(name).filter(issuers::contains).isPresent()
        : Setting.all().anyMatch(setting -> new SettingName(setting.text()).matches(name));
  }
}
