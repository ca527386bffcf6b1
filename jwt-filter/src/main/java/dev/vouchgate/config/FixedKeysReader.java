package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFile;
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
  private final ConfiguredKeysReader configured;
  private final GateListener listener;

  FixedKeysReader(SettingsReader reader, ConfiguredKeysReader configured, GateListener listener) {
    this.reader = reader;
    this.configured = configured;
    this.listener = listener;
  }

  /** Whether tokens are to be verified with a shared secret. */
  boolean hasSecret() {
    return reader.text(KeySetting.SECRET).isPresent()
        || reader.text(KeySetting.SECRET_LOCATION).isPresent();
  }

  /** Whether there are such keys at all; otherwise they are to be fetched. */
  boolean areConfigured() {
    return hasSecret()
        || reader.text(MpJwtSetting.PUBLIC_KEY).isPresent()
        || reader
            .text(MpJwtSetting.PUBLIC_KEY_LOCATION)
            .filter(location -> !KeyLocation.isRemote(location))
            .isPresent();
  }

  /** The keys; empty if they are to be fetched. */
  Optional<ConfiguredKeys<JwkSet>> read(KeyPolicy policy, Set<JwsAlgorithm> algorithms) {
    onlyOneSource();
    if (hasSecret()) {
      return secret(algorithms);
    }
    Optional<String> inline = reader.text(MpJwtSetting.PUBLIC_KEY);
    if (inline.isPresent()) {
      String source = reader.name(MpJwtSetting.PUBLIC_KEY);
      return configured.inline(MpJwtSetting.PUBLIC_KEY, inline.get(), publicKeys(source, policy));
    }
    Optional<String> location = reader.text(MpJwtSetting.PUBLIC_KEY_LOCATION);
    if (location.isEmpty() || KeyLocation.isRemote(location.get())) {
      return Optional.empty();
    }
    return configured.located(
        MpJwtSetting.PUBLIC_KEY_LOCATION,
        location.get(),
        publicKeys(reader.name(MpJwtSetting.PUBLIC_KEY_LOCATION), policy));
  }

  private KeyFile.Format<JwkSet> publicKeys(String source, KeyPolicy policy) {
    return text ->
        KeyDocument.parse(
            text, policy, skipped -> listener.keySkipped(new KeySkipped(source, skipped)));
  }

  private Optional<ConfiguredKeys<JwkSet>> secret(Set<JwsAlgorithm> algorithms) {
    int bits = algorithms.stream().mapToInt(JwsAlgorithm::hashBits).max().orElse(0);
    KeyFile.Format<JwkSet> format = text -> SecretText.keys(text, bits);
    Optional<String> inline = reader.text(KeySetting.SECRET);
    return inline.isPresent()
        ? configured.inline(KeySetting.SECRET, inline.get(), format)
        : configured.located(
            KeySetting.SECRET_LOCATION,
            reader.text(KeySetting.SECRET_LOCATION).orElseThrow(),
            format);
  }

  private void onlyOneSource() {
    long sources =
        Stream.of(
                MpJwtSetting.PUBLIC_KEY,
                MpJwtSetting.PUBLIC_KEY_LOCATION,
                KeySetting.SECRET,
                KeySetting.SECRET_LOCATION)
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
