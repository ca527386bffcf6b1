package dev.vouchgate.config;

import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.keys.KeyFile;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import java.util.Optional;

/** Reads keys that stand in a setting, or where one says; what is no key is noted as wrong. */
final class ConfiguredKeysReader {
  private final SettingsReader reader;
  private final LocationReader locations;

  ConfiguredKeysReader(SettingsReader reader, LocationReader locations) {
    this.reader = reader;
    this.locations = locations;
  }

  /** The keys of a text that is there once and for all. */
  <T> Optional<ConfiguredKeys<T>> inline(Setting setting, String text, KeyFile.Format<T> format) {
    return keys(setting, text, format, Optional.empty());
  }

  /** The keys of a file, which may change, or of anything else that can be read. */
  <T> Optional<ConfiguredKeys<T>> located(
      Setting setting, String location, KeyFile.Format<T> format) {
    // Asked first: what is read must not be older than what is watched.
    Optional<KeyFile<T>> file = KeyLocation.file(location).map(path -> new KeyFile<>(path, format));
    return locations.read(setting, location).flatMap(text -> keys(setting, text, format, file));
  }

  private <T> Optional<ConfiguredKeys<T>> keys(
      Setting setting, String text, KeyFile.Format<T> format, Optional<KeyFile<T>> file) {
    String source = file.map(found -> found.path().toString()).orElse(reader.name(setting));
    try {
      return Optional.of(new ConfiguredKeys<>(source, text, format.keys(text), file));
    } catch (KeyFormatException e) {
      reader.problem(
          reader.name(setting) + (setting.isSecret() ? ": was (hidden); " : ": ") + e.getMessage());
      return Optional.empty();
    }
  }
}
