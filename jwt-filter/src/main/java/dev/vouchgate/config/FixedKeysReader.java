package dev.vouchgate.config;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.SecretKeys;
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
  Optional<JwkSet> read(KeyPolicy policy, Set<JwsAlgorithm> algorithms) {
    onlyOneSource();
    if (hasSecret()) {
      return secret(algorithms);
    }
    Optional<String> inline = reader.text(Setting.PUBLIC_KEY);
    if (inline.isPresent()) {
      return publicKeys(Setting.PUBLIC_KEY, inline.get(), policy);
    }
    Optional<String> location = reader.text(Setting.PUBLIC_KEY_LOCATION);
    if (location.isEmpty() || KeyLocation.isRemote(location.get())) {
      return Optional.empty();
    }
    return locations
        .read(Setting.PUBLIC_KEY_LOCATION, location.get())
        .flatMap(text -> publicKeys(Setting.PUBLIC_KEY_LOCATION, text, policy));
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

  private Optional<JwkSet> publicKeys(Setting setting, String text, KeyPolicy policy) {
    try {
      return Optional.of(
          KeyDocument.parse(
              text,
              policy,
              skipped -> listener.keySkipped(new KeySkipped(setting.text(), skipped))));
    } catch (KeyFormatException e) {
      reader.problem(setting.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<JwkSet> secret(Set<JwsAlgorithm> algorithms) {
    Optional<String> inline = reader.text(Setting.SECRET);
    Setting setting = inline.isPresent() ? Setting.SECRET : Setting.SECRET_LOCATION;
    Optional<String> text =
        inline.or(
            () -> reader.text(setting).flatMap(location -> locations.read(setting, location)));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] secret = Base64Url.decode(text.get().strip());
      int bits = algorithms.stream().mapToInt(JwsAlgorithm::hashBits).max().orElse(0);
      if (secret.length * Byte.SIZE >= bits) {
        return Optional.of(SecretKeys.of(secret));
      }
      reader.wrong(
          setting,
          "a secret of at least "
              + bits
              + " bits, as many as the hash has (RFC 7518 section 3.2), not of "
              + secret.length * Byte.SIZE);
    } catch (CodecException e) {
      reader.wrong(setting, "a secret as base64url without padding");
    } catch (KeyFormatException e) {
      reader.problem(setting.text() + ": " + e.getMessage());
    }
    return Optional.empty();
  }
}
