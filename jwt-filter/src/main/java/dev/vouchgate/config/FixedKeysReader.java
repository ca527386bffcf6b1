package dev.vouchgate.config;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFile;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the keys that do not change while the application runs: public ones or a shared secret. */
final class FixedKeysReader {
  private final SettingsReader reader;
  private final LocationReader locations;
  private final GateListener listener;

  FixedKeysReader(SettingsReader reader, LocationReader locations, GateListener listener) {
    this.reader = reader;
    this.locations = locations;
    this.listener = listener;
  }

  /** Whether tokens are to be verified with a shared secret. */
  boolean hasSecret() {
    return reader.text(Setting.SECRET).isPresent()
        || reader.text(Setting.SECRET_LOCATION).isPresent();
  }

  /** Whether there are such keys at all; otherwise they are to be fetched. */
  boolean areConfigured() {
    return hasSecret()
        || reader.text(Setting.PUBLIC_KEY).isPresent()
        || reader
            .text(Setting.PUBLIC_KEY_LOCATION)
            .filter(location -> !KeyLocation.isRemote(location))
            .isPresent();
  }

  /** The keys; empty if they are to be fetched. */
  Optional<ConfiguredKeys> read(KeyPolicy policy, Set<JwsAlgorithm> algorithms) {
    onlyOneSource();
    if (hasSecret()) {
      return secret(algorithms);
    }
    Optional<String> inline = reader.text(Setting.PUBLIC_KEY);
    if (inline.isPresent()) {
      String source = reader.name(Setting.PUBLIC_KEY);
      return keys(
          Setting.PUBLIC_KEY, inline.get(), source, publicKeys(source, policy), Optional.empty());
    }
    Optional<String> location = reader.text(Setting.PUBLIC_KEY_LOCATION);
    if (location.isEmpty() || KeyLocation.isRemote(location.get())) {
      return Optional.empty();
    }
    return located(
        Setting.PUBLIC_KEY_LOCATION,
        location.get(),
        publicKeys(reader.name(Setting.PUBLIC_KEY_LOCATION), policy));
  }

  private KeyFile.Format publicKeys(String source, KeyPolicy policy) {
    return text ->
        KeyDocument.parse(
            text, policy, skipped -> listener.keySkipped(new KeySkipped(source, skipped)));
  }

  private Optional<ConfiguredKeys> secret(Set<JwsAlgorithm> algorithms) {
    int bits = algorithms.stream().mapToInt(JwsAlgorithm::hashBits).max().orElse(0);
    KeyFile.Format format = text -> SecretText.keys(text, bits);
    Optional<String> inline = reader.text(Setting.SECRET);
    return inline.isPresent()
        ? keys(Setting.SECRET, inline.get(), reader.name(Setting.SECRET), format, Optional.empty())
        : located(
            Setting.SECRET_LOCATION, reader.text(Setting.SECRET_LOCATION).orElseThrow(), format);
  }

  private Optional<ConfiguredKeys> located(
      Setting setting, String location, KeyFile.Format format) {
    // Asked first: what is read must not be older than what is watched.
    Optional<KeyFile> file = KeyLocation.file(location).map(path -> new KeyFile(path, format));
    return locations
        .read(setting, location)
        .flatMap(
            text ->
                keys(
                    setting,
                    text,
                    file.map(found -> found.path().toString()).orElse(reader.name(setting)),
                    format,
                    file));
  }

  private Optional<ConfiguredKeys> keys(
      Setting setting, String text, String source, KeyFile.Format format, Optional<KeyFile> file) {
    try {
      return Optional.of(new ConfiguredKeys(source, text, format.keys(text), file));
    } catch (KeyFormatException e) {
      reader.problem(
          reader.name(setting) + (setting.isSecret() ? ": was (hidden); " : ": ") + e.getMessage());
      return Optional.empty();
    }
  }

  private void onlyOneSource() {
    long sources =
        Stream.of(
                Setting.PUBLIC_KEY,
                Setting.PUBLIC_KEY_LOCATION,
                Setting.SECRET,
                Setting.SECRET_LOCATION)
            .filter(setting -> reader.text(setting).isPresent())
            .count();
    if (sources > 1) {
      reader.problem(
          "mp.jwt.verify.publickey, mp.jwt.verify.publickey.location, vouchgate.secret,"
              + " vouchgate.secret.location: "
              + sources
              + " of them are set; expected at most one");
    }
  }
}
