package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which signature algorithms are accepted: HMAC with a secret, the others without. */
final class AlgorithmSettings {
  private AlgorithmSettings() {}

  static Set<JwsAlgorithm> read(SettingsReader reader, boolean withSecret) {
    Optional<String> several = reader.text(KeySetting.ALGORITHMS);
    if (several.isPresent()) {
      return read(
          reader,
          withSecret,
          KeySetting.ALGORITHMS,
          SettingsReader.split(several.get()),
          "at least ");
    }
    Optional<String> one = reader.text(MpJwtSetting.PUBLIC_KEY_ALGORITHM);
    if (one.isPresent()) {
      return read(reader, withSecret, MpJwtSetting.PUBLIC_KEY_ALGORITHM, List.of(one.get()), "");
    }
    return defaults(withSecret);
  }

  private static Set<JwsAlgorithm> read(
      SettingsReader reader,
      boolean withSecret,
      Setting setting,
      List<String> names,
      String howMany) {
    Set<JwsAlgorithm> allowed =
        reader.named(
            setting,
            names,
            name -> JwsAlgorithm.named(name).filter(alg -> isHmac(alg) == withSecret),
            howMany + "one of " + choices(withSecret));
    return allowed.isEmpty() ? defaults(withSecret) : allowed;
  }

  private static Set<JwsAlgorithm> defaults(boolean withSecret) {
    return withSecret
        ? EnumSet.of(JwsAlgorithm.HS256)
        : EnumSet.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256);
  }

  private static String choices(boolean withSecret) {
    String names =
        Arrays.stream(JwsAlgorithm.values())
            .filter(algorithm -> isHmac(algorithm) == withSecret)
            .map(JwsAlgorithm::toString)
            .collect(Collectors.joining(", "));
    return names + (withSecret ? " beside a secret" : "; HMAC only with vouchgate.secret");
  }

  private static boolean isHmac(JwsAlgorithm algorithm) {
    return algorithm.keyType() == KeyType.OCT;
  }
}
