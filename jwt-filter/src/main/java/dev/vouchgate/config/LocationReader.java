package dev.vouchgate.config;

import dev.vouchgate.keys.KeyLocation;
import java.io.IOException;
import java.util.Optional;

/** Reads what lies at a file path or on the class path, once. */
final class LocationReader {
  /** Few paths are so long; no private key is so short. */
  private static final int LONGEST_PATH = 255;

  private final SettingsReader reader;
  private final ClassLoader loader;

  LocationReader(SettingsReader reader, ClassLoader loader) {
    this.reader = reader;
    this.loader = loader;
  }

  /** The text that lies where a setting says; if there is none, that is noted as wrong. */
  Optional<String> read(Setting setting, String location) {
    if (isKey(location)) {
      reader.wrongSecret(setting, "where the key is, not the key");
      return Optional.empty();
    }
    try {
      return Optional.of(KeyLocation.read(location, loader));
    } catch (IOException e) {
      if (setting.isSecret()) {
        reader.wrong(setting, setting.form() + " that can be read");
      } else {
        reader.problem(setting.text() + ": " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** A private key must not get into the message because it was written in the wrong place. */
  private static boolean isKey(String location) {
    return location.length() > LONGEST_PATH
        || location.contains("-----BEGIN")
        || location.startsWith("{");
  }
}
