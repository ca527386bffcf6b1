package dev.vouchgate.mp.config;

import dev.vouchgate.config.SettingsSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * One MicroProfile configuration as settings.
 *
 * @param config the configuration
 */
record MpConfigSource(Config config) implements SettingsSource {

  /**
   * The configuration of an application.
   *
   * @throws NoClassDefFoundError if the API is absent
   * @throws IllegalStateException if the API is there without an implementation
   */
  static SettingsSource of(ClassLoader loader) {
    return new MpConfigSource(ConfigProvider.getConfig(loader));
  }

  @Override
  public Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).map(String::trim).filter(v -> !v.isEmpty());
  }

  @Override
  public Set<String> names() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .collect(Collectors.toUnmodifiableSet());
  }
}
