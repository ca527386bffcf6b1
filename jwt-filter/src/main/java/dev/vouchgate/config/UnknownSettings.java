package dev.vouchgate.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds names under {@code vouchgate.} that are no setting: a typing error must not open a door.
 */
final class UnknownSettings {
  private static final String OURS = "vouchgate.";

  private UnknownSettings() {}

  /** What is wrong, a line for each, in order of the names. */
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

  private static boolean isKnown(String name, Set<IssuerScope> issuers) {
    return IssuerScope.isScoped(name)
        ? IssuerScope.of(name).filter(issuers::contains).isPresent()
        : Arrays.stream(Setting.values()).anyMatch(setting -> setting.pattern().matches(name));
  }
}
