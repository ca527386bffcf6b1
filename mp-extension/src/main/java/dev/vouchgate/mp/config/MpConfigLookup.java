package dev.vouchgate.mp.config;

import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.config.StandardSources;
import java.util.Optional;
import java.util.Set;

/**
 * The application's MicroProfile Config; where a container has none, the three standard sources
 * that it would read.
 */
public final class MpConfigLookup implements SettingsSource {
  private final SettingsSource source;

  /** Takes the configuration of the thread's application; {@link java.util.ServiceLoader} does. */
  public MpConfigLookup() {
    this(applicationLoader());
  }

  MpConfigLookup(ClassLoader loader) {
    this.source = source(loader);
  }

  @Override
  public Optional<String> value(String name) {
    return source.value(name);
  }

  @Override
  public Set<String> names() {
    return source.names();
  }

  private static SettingsSource source(ClassLoader loader) {
    try {
      // In a class of its own: the API may be absent.
      return MpConfigSource.of(loader);
    } catch (NoClassDefFoundError | IllegalStateException e) {
      System.getLogger("dev.vouchgate")
          .log(
              System.Logger.Level.DEBUG,
              "No MicroProfile Config here ({0}): settings are read without it.",
              e.getMessage());
      return StandardSources.of(loader);
    }
  }

  private static ClassLoader applicationLoader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? MpConfigLookup.class.getClassLoader() : loader;
  }
}
