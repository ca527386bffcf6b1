package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.issue.RotationPolicy;
import dev.vouchgate.issue.SigningKey;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.keys.GivenKeys;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.PrivateFile;
import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads where the keys are that tokens are signed with: given, in a folder, or in memory. */
final class IssueKeysReader {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final int SECRET_LENGTH = 32;

  private final SettingsReader reader;

  IssueKeysReader(SettingsReader reader) {
    this.reader = reader;
  }

  /** What makes the ring; empty if anything is wrong, which has been noted then. */
  Optional<Function<InstantSource, SigningKeyRing>> read(RotationPolicy policy) {
    Optional<String> secret = secret(IssueSetting.KEYS_SECRET, IssueSetting.KEYS_SECRET_LOCATION);
    Optional<String> password =
        secret(IssueSetting.KEYS_PASSWORD, IssueSetting.KEYS_PASSWORD_LOCATION);
    Optional<String> folder = reader.text(IssueSetting.KEYS_FOLDER);
    Optional<String> location = reader.text(IssueSetting.KEYS_LOCATION);
    if (location.isEmpty() && isSet(IssueSetting.KEYS_PASSWORD, password)) {
      reader.wrong(IssueSetting.KEYS_LOCATION, "the file that the password is for");
    }
    if (folder.isEmpty() && isSet(IssueSetting.KEYS_SECRET, secret)) {
      reader.wrong(IssueSetting.KEYS_FOLDER, "the folder that the secret is for");
    }
    if (location.isPresent()) {
      if (folder.isPresent()) {
        reader.problem(
            "vouchgate.issue.keys.folder, vouchgate.issue.keys.location: both are set; expected"
                + " one of them");
      }
      return given(location.get(), password, policy);
    }
    return folder.isPresent() ? folder(folder.get(), secret, policy) : inMemory(policy);
  }

  private Optional<Function<InstantSource, SigningKeyRing>> inMemory(RotationPolicy policy) {
    return Optional.of(
        clock -> {
          LOG.log(
              Level.WARNING,
              "Tokens are signed with keys that are in memory alone: after a restart, and by other"
                  + " nodes, they are refused until verifiers have fetched the new keys."
                  + " vouchgate.issue.keys.folder keeps and shares them.");
          return SigningKeyRing.inMemory(policy, clock);
        });
  }

  private Optional<Function<InstantSource, SigningKeyRing>> folder(
      String path, Optional<String> secret, RotationPolicy policy) {
    Optional<byte[]> bytes = secret.flatMap(this::bytes);
    if (secret.isEmpty() && !isLocated(IssueSetting.KEYS_SECRET_LOCATION)) {
      reader.wrong(
          IssueSetting.KEYS_SECRET,
          IssueSetting.KEYS_SECRET.form()
              + ", such as 'openssl rand 32 | basenc --base64url'"
              + " writes, without the = at its end");
    }
    try {
      PrivateFolder folder = PrivateFolder.open(Path.of(path));
      return bytes.map(key -> clock -> SigningKeyRing.inFolder(policy, clock, folder, key));
    } catch (IOException | InvalidPathException e) {
      reader.problem(IssueSetting.KEYS_FOLDER, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<byte[]> bytes(String secret) {
    Optional<byte[]> bytes =
        SecretText.bytes(secret.replaceFirst("=$", "")).filter(key -> key.length == SECRET_LENGTH);
    if (bytes.isEmpty()) {
      reader.wrongSecret(
          isLocated(IssueSetting.KEYS_SECRET_LOCATION)
              ? IssueSetting.KEYS_SECRET_LOCATION
              : IssueSetting.KEYS_SECRET,
          IssueSetting.KEYS_SECRET.form());
    }
    return bytes;
  }

  private Optional<Function<InstantSource, SigningKeyRing>> given(
      String location, Optional<String> password, RotationPolicy policy) {
    Optional<byte[]> bytes = file(IssueSetting.KEYS_LOCATION, location);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<SigningKey> keys =
          new GivenKeys(policy.algorithm())
              .read(bytes.get(), password).stream().map(SigningKey::of).toList();
      return Optional.of(clock -> SigningKeyRing.of(policy, clock, keys));
    } catch (KeyFormatException e) {
      reader.problem(IssueSetting.KEYS_LOCATION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** One that is in a setting, or in a file that a setting names. */
  private Optional<String> secret(Setting inline, Setting location) {
    if (isLocated(inline) && isLocated(location)) {
      reader.problem(
          inline.text() + ", " + location.text() + ": both are set; expected one of them");
    }
    return reader
        .text(inline)
        .or(
            () ->
                reader
                    .text(location)
                    .flatMap(path -> file(location, path))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip()));
  }

  private Optional<byte[]> file(Setting setting, String path) {
    try {
      return Optional.of(PrivateFile.read(Path.of(path)));
    } catch (IOException e) {
      reader.problem(setting, String.valueOf(e.getMessage()));
    } catch (InvalidPathException e) {
      reader.wrong(setting, setting.form());
    }
    return Optional.empty();
  }

  private boolean isSet(Setting inline, Optional<String> value) {
    return isLocated(inline) || value.isPresent();
  }

  private boolean isLocated(Setting setting) {
    return reader.text(setting).isPresent();
  }
}
