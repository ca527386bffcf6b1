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
        : reader.named(
            Setting.DECRYPT_KEY_ALGORITHM,
            names,
            JweAlgorithm::named,
            Setting.DECRYPT_KEY_ALGORITHM.form());
  }

  private static RoleMapping roles(SettingsReader reader) {
    Map<String, Set<String>> added = new LinkedHashMap<>();
    for (String from : reader.parts(Setting.ROLES_MAP)) {
      List<String> roles = SettingsReader.split(reader.text(Setting.ROLES_MAP, from).orElse(""));
      if (roles.isEmpty()) {
        reader.wrong(Setting.ROLES_MAP, from, "at least one role");
      }
      added.put(from, Set.copyOf(roles));
    }
    return new ClaimPathRoles(reader.list(Setting.ROLES_PATH), added);
  }
}
