package dev.vouchgate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where settings come from: text by name.
 *
 * <p>One that is found by {@link java.util.ServiceLoader} in an application (the MicroProfile
 * Config of {@code mp-extension}) stands in for {@link StandardSources#of} there.
 */
public interface SettingsSource {

  /**
   * The value of a setting.
   *
   * @param name the setting's name, such as {@code mp.jwt.verify.issuer}
   * @return its text; empty if it is not set, or set to nothing
   */
  Optional<String> value(String name);

  /**
   * The names that are set here, as far as they can be told.
   *
   * @return names, in any order; an environment variable's may be missing
   */
  Set<String> names();

  /**
   * Settings out of a map.
   *
   * @param settings text by name
   * @return the source
   */
  static SettingsSource of(Map<String, String> settings) {
    return new MapSource(settings);
  }

  /**
   * Several sources as one.
   *
   * @param sources the first that has a value wins
   * @return the one
   */
  static SettingsSource layered(List<SettingsSource> sources) {
    List<SettingsSource> layers = List.copyOf(new ArrayList<>(sources));
    return new SettingsSource() {
      @Override
      public Optional<String> value(String name) {
        return layers.stream().flatMap(layer -> layer.value(name).stream()).findFirst();
      }

      @Override
      public Set<String> names() {
        Set<String> names = new TreeSet<>();
        layers.forEach(layer -> names.addAll(layer.names()));
        return names;
      }
    };
  }
}
