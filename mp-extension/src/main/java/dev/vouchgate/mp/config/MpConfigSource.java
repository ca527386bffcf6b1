package dev.vouchgate.mp.config;

import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.config.StandardSources;
import java.util.List;
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
    return above(
        StandardSources.file(loader), new MpConfigSource(ConfigProvider.getConfig(loader)));
  }

  /**
   * A configuration, and beneath it the application's own file if that is none of its sources:
   * Payara has one configuration for an enterprise archive, which knows no module's file.
   *
   * @param file the application's file
   * @param config the configuration
   * @return both, or the configuration alone
   */
  static SettingsSource above(SettingsSource file, SettingsSource config) {
    Set<String> known = config.names();
    return file.names().stream().filter(MpConfigSource::isSetting).allMatch(known::contains)
        ? config
        : SettingsSource.layered(List.of(config, file));
  }

  private static boolean isSetting(String name) {
    return name.startsWith("mp.jwt.") || name.startsWith("vouchgate.");
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
