package dev.vouchgate.config;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.verify.ClaimPathRoles;
import dev.vouchgate.verify.ClaimRule;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.RoleMapping;
import dev.vouchgate.verify.VerificationPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a token must satisfy and what it gives.
 *
 * @param issuer the trusted issuer
 * @param policy header and claim rules
 * @param decryptionAlgorithms how content keys of encrypted tokens may be wrapped
 * @param roles how roles are read
 */
record TokenSettings(
    String issuer,
    VerificationPolicy policy,
    Set<JweAlgorithm> decryptionAlgorithms,
    RoleMapping roles) {

  private static final Duration LONGEST_SKEW = Duration.ofMinutes(10);
  private static final Duration LONGEST_AGE = Duration.ofDays(3650);

  static TokenSettings read(SettingsReader reader, Set<JwsAlgorithm> algorithms) {
    Optional<String> issuer = reader.text(Setting.ISSUER);
    if (issuer.isEmpty()) {
      reader.wrong(Setting.ISSUER, "the issuer of the tokens that are to be trusted");
    }
    VerificationPolicy policy =
        new VerificationPolicy(
            algorithms,
            Set.copyOf(reader.list(Setting.TOKEN_TYPES)),
            claimRules(reader, issuer.orElse("")),
            reader.number(Setting.TOKEN_MAX_LENGTH, 1024, 1_048_576));
    return new TokenSettings(
        issuer.orElse(""), policy, decryptionAlgorithms(reader), roles(reader));
  }

  private static List<ClaimRule> claimRules(SettingsReader reader, String issuer) {
    Duration skew =
        reader.duration(Setting.CLOCK_SKEW, Duration.ZERO, LONGEST_SKEW).orElse(Duration.ZERO);
    Duration ahead =
        reader.duration(Setting.CLOCK_AHEAD, Duration.ZERO, LONGEST_SKEW).orElse(Duration.ZERO);
    List<ClaimRule> rules = new ArrayList<>();
    rules.add(ClaimRules.issuer(issuer));
    List<String> audiences = reader.list(Setting.AUDIENCES);
    if (!audiences.isEmpty()) {
      rules.add(ClaimRules.audience(Set.copyOf(audiences)));
    } else if (reader.text(Setting.AUDIENCES).isPresent()) {
      reader.wrong(Setting.AUDIENCES, "at least one audience, or no such setting");
    }
    rules.add(ClaimRules.lifetime(skew, ahead));
    reader
        .duration(Setting.TOKEN_AGE, Duration.ofSeconds(1), LONGEST_AGE)
        .ifPresent(age -> rules.add(ClaimRules.tokenAge(age, skew)));
    rules.add(ClaimRules.strings("sub", "jti", "upn", "preferred_username"));
    return rules;
  }

  private static Set<JweAlgorithm> decryptionAlgorithms(SettingsReader reader) {
    List<String> names = reader.text(Setting.DECRYPT_KEY_ALGORITHM).map(List::of).orElse(List.of());
    return names.isEmpty()
        ? EnumSet.allOf(JweAlgorithm.class)
        : reader.named(Setting.DECRYPT_KEY_ALGORITHM, names, JweAlgorithm::named);
  }

  private static RoleMapping roles(SettingsReader reader) {
    Map<String, Set<String>> added = new LinkedHashMap<>();
    for (String from : reader.parts(Setting.ROLES_MAP)) {
      String roles = reader.text(Setting.ROLES_MAP, from).orElse("");
      added.put(from, Set.copyOf(SettingsReader.split(roles)));
    }
    return new ClaimPathRoles(reader.list(Setting.ROLES_PATH), added);
  }

  /** The algorithms that the settings allow, HMAC only with a secret and never without. */
  static Set<JwsAlgorithm> algorithms(SettingsReader reader, boolean withSecret) {
    Setting setting =
        reader.text(Setting.ALGORITHMS).isPresent()
            ? Setting.ALGORITHMS
            : Setting.PUBLIC_KEY_ALGORITHM;
    if (reader.text(setting).isEmpty()) {
      return withSecret
          ? EnumSet.of(JwsAlgorithm.HS256)
          : EnumSet.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256);
    }
    Set<JwsAlgorithm> allowed =
        reader.named(
            setting,
            reader.list(setting),
            name -> JwsAlgorithm.named(name).filter(alg -> isHmac(alg) == withSecret));
    if (allowed.isEmpty()) {
      reader.wrong(setting, "names out of " + Arrays.toString(choices(withSecret)));
      return EnumSet.of(withSecret ? JwsAlgorithm.HS256 : JwsAlgorithm.RS256);
    }
    return allowed;
  }

  private static JwsAlgorithm[] choices(boolean withSecret) {
    return Arrays.stream(JwsAlgorithm.values())
        .filter(algorithm -> isHmac(algorithm) == withSecret)
        .toArray(JwsAlgorithm[]::new);
  }

  private static boolean isHmac(JwsAlgorithm algorithm) {
    return algorithm.keyType() == dev.vouchgate.jws.KeyType.OCT;
  }
}
