package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jwe.JweEncrypter;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.RecipientKey;
import java.util.Optional;

/** Reads whom the tokens that we issue are encrypted for, if for anybody. */
final class RecipientReader {
  private static final Setting LOCATION = IssueSetting.ENCRYPT_KEY_LOCATION;
  private static final Setting ALGORITHM = IssueSetting.ENCRYPT_KEY_ALGORITHM;

  private final SettingsReader reader;
  private final LocationReader locations;

  RecipientReader(SettingsReader reader, ClassLoader loader) {
    this.reader = reader;
    this.locations = new LocationReader(reader, loader);
  }

  /** Empty if tokens are only signed. */
  Optional<JweEncrypter> read() {
    Optional<String> name = reader.text(ALGORITHM);
    Optional<JweAlgorithm> wanted = name.flatMap(JweAlgorithm::named);
    if (name.isPresent() && wanted.isEmpty()) {
      reader.wrong(ALGORITHM, ALGORITHM.form());
      return Optional.empty();
    }
    Optional<String> location = reader.text(LOCATION);
    if (location.isEmpty()) {
      if (wanted.isPresent()) {
        reader.wrong(LOCATION, "the key that the algorithm is for");
      }
      return Optional.empty();
    }
    if (KeyLocation.isRemote(location.get())) {
      reader.wrong(LOCATION, LOCATION.form());
      return Optional.empty();
    }
    return locations.read(LOCATION, location.get()).flatMap(text -> encrypter(text, wanted));
  }

  private Optional<JweEncrypter> encrypter(String text, Optional<JweAlgorithm> wanted) {
    try {
      RecipientKey key = RecipientKey.parse(text);
      JweAlgorithm usual =
          JweAlgorithm.RSA_OAEP_256.encryptsFor(key.key())
              ? JweAlgorithm.RSA_OAEP_256
              : JweAlgorithm.ECDH_ES;
      JweAlgorithm algorithm = wanted.or(key::algorithm).orElse(usual);
      if (!algorithm.encryptsFor(key.key())
          || key.algorithm().filter(own -> own != algorithm).isPresent()) {
        reader.problem(LOCATION, "the key there is not for " + algorithm);
        return Optional.empty();
      }
      return Optional.of(new JweEncrypter(algorithm, key.key(), key.keyId()));
    } catch (KeyFormatException e) {
      reader.problem(LOCATION, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
