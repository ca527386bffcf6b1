package dev.vouchgate.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings out of a map.
 *
 * @param settings text by name
 */
record MapSource(Map<String, String> settings) implements SettingsSource {

  MapSource {
    settings = Map.copyOf(settings);
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(settings.get(name)).map(String::trim).filter(s -> !s.isEmpty());
  }

  @Override
  public Set<String> names() {
    return settings.keySet();
  }

  /** Names only: a value may be a secret. */
  @Override
  public String toString() {
    return "MapSource" + settings.keySet();
  }
}
