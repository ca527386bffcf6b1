package dev.vouchgate.config;

import dev.vouchgate.config.setting.Setting;
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
    return read(setting, location, () -> KeyLocation.read(location, loader));
  }

  /** The same for what is no text. */
  Optional<byte[]> bytes(Setting setting, String location) {
    if (KeyLocation.isRemote(location)) {
      reader.wrong(setting, setting.form());
      return Optional.empty();
    }
    return read(setting, location, () -> KeyLocation.bytes(location, loader));
  }

  /** What is done to read a place. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> Optional<T> read(Setting setting, String location, Reading<T> reading) {
    if (isKey(location)) {
      reader.wrongSecret(setting, "where the key is, not the key");
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read());
    } catch (IOException e) {
      if (setting.isSecret()) {
        reader.wrong(setting, setting.form() + " that can be read");
      } else {
        reader.problem(setting, String.valueOf(e.getMessage()));
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
