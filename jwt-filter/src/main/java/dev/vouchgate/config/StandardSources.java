package dev.vouchgate.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The three default sources of MicroProfile Config 3.0 for places that have no MicroProfile: system
 * properties, the environment, and {@code META-INF/microprofile-config.properties}.
 */
public final class StandardSources {
  private static final String FILE = "META-INF/microprofile-config.properties";

  private StandardSources() {}

  /**
   * The three, in that order.
   *
   * @param loader where the file is looked for
   * @return the source
   * @throws SettingsException if the file is there and cannot be read
   */
  public static SettingsSource of(ClassLoader loader) {
    return SettingsSource.layered(
        List.of(systemProperties(), environment(System.getenv()), file(loader)));
  }

  private static SettingsSource systemProperties() {
    return new SettingsSource() {
      @Override
      public Optional<String> value(String name) {
        return Optional.ofNullable(System.getProperty(name))
            .map(String::trim)
            .filter(s -> !s.isEmpty());
      }

      @Override
      public Set<String> names() {
        return System.getProperties().stringPropertyNames();
      }
    };
  }

  /** The name itself, then with underscores, then in capitals (MicroProfile Config 3.0, 5.3). */
  static SettingsSource environment(Map<String, String> environment) {
    MapSource variables = new MapSource(environment);
    return new SettingsSource() {
      @Override
      public Optional<String> value(String name) {
        return variables
            .value(name)
            .or(() -> variables.value(SettingName.underscored(name)))
            .or(() -> variables.value(SettingName.variable(name)));
      }

      @Override
      public Set<String> names() {
        return variables.names();
      }
    };
  }

  /**
   * The file alone.
   *
   * @param loader where it is looked for
   * @return the source; an empty one if there is no file
   * @throws SettingsException if the file is there and cannot be read
   */
  public static SettingsSource file(ClassLoader loader) {
    Properties properties = new Properties();
    try (InputStream in = loader.getResourceAsStream(FILE)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(List.of(FILE + ": cannot be read: " + e.getMessage()), e);
    }
    return new MapSource(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)));
  }
}
