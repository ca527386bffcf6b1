package dev.vouchgate.config;

import dev.vouchgate.config.setting.AccessSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.TokenSetting;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.verify.ClaimPathRoles;
import dev.vouchgate.verify.ClaimRule;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.RoleMapping;
import dev.vouchgate.verify.TokenKinds;
import dev.vouchgate.verify.VerificationPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is set for one issuer, be it the only one or one of several. */
final class IssuerSettingsReader {
  private static final Duration LONGEST_SKEW = Duration.ofMinutes(10);
  private static final Duration LONGEST_AGE = Duration.ofDays(3650);

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;

  IssuerSettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
  }

  IssuerSettings read() {
    Optional<String> issuer = reader.text(MpJwtSetting.ISSUER);
    if (issuer.isEmpty()) {
      reader.wrong(MpJwtSetting.ISSUER, "the issuer of the tokens that are to be trusted");
    }
    KeySettingsReader keys = new KeySettingsReader(reader, loader, listener);
    Set<JwsAlgorithm> algorithms = AlgorithmSettings.read(reader, keys.hasSecret());
    Set<String> types = Set.copyOf(reader.list(TokenSetting.TYPES));
    List<ClaimRule> common = commonRules();
    Map<String, VerificationPolicy> policies = new LinkedHashMap<>();
    new TenantSettings(reader)
        .rules(issuer.orElse(""))
        .forEach(
            (name, rules) -> {
              List<ClaimRule> all = new ArrayList<>(rules);
              all.addAll(common);
              policies.put(name, new VerificationPolicy(algorithms, types, all));
            });
    return new IssuerSettings(policies, roles(), keys.read(issuer.orElse(""), algorithms));
  }

  /** Ourselves, who have the keys already; what is set for an issuer without a name holds too. */
  IssueSettings.Trust own(String name) {
    List<ClaimRule> rules = new ArrayList<>(List.of(ClaimRules.issuer(name)));
    rules.addAll(commonRules());
    Set<String> types = new HashSet<>(reader.list(TokenSetting.TYPES));
    types.add("JWT");
    // A key of ours is bound to its algorithm, so all that we have ever signed by may be allowed.
    Set<JwsAlgorithm> algorithms =
        EnumSet.allOf(JwsAlgorithm.class).stream()
            .filter(algorithm -> algorithm.keyType() != KeyType.OCT)
            .collect(Collectors.toSet());
    boolean alone =
        reader.text(MpJwtSetting.ISSUER).isEmpty() || IssueSettingsReader.isOurselves(reader);
    return new IssueSettings.Trust(
        new VerificationPolicy(algorithms, types, rules),
        alone ? roles() : new ClaimPathRoles(List.of("groups"), "", Map.of()));
  }

  private List<ClaimRule> commonRules() {
    Duration skew =
        reader.duration(MpJwtSetting.CLOCK_SKEW, Duration.ZERO, LONGEST_SKEW).orElse(Duration.ZERO);
    Duration ahead =
        reader
            .duration(TokenSetting.CLOCK_AHEAD, Duration.ZERO, LONGEST_SKEW)
            .orElse(Duration.ZERO);
    List<ClaimRule> rules = new ArrayList<>();
    List<String> audiences = reader.list(MpJwtSetting.AUDIENCES);
    if (!audiences.isEmpty()) {
      rules.add(ClaimRules.audience(Set.copyOf(audiences)));
    }
    rules.add(ClaimRules.lifetime(skew, ahead));
    reader
        .duration(MpJwtSetting.TOKEN_AGE, Duration.ofSeconds(1), LONGEST_AGE)
        .ifPresent(age -> rules.add(ClaimRules.tokenAge(age, skew)));
    List<String> clients = reader.list(TokenSetting.CLIENTS);
    if (!clients.isEmpty()) {
      rules.add(ClaimRules.client(Set.copyOf(clients)));
    }
    List<String> required = reader.list(TokenSetting.REQUIRED_CLAIMS);
    if (!required.isEmpty()) {
      rules.add(ClaimRules.required(required));
    }
    rules.add(ClaimRules.strings("sub", "jti", "upn", "preferred_username"));
    rules.add(
        reader.flag(TokenSetting.ALLOW_ID_TOKENS) ? TokenKinds.accessAndId() : TokenKinds.access());
    return rules;
  }

  private RoleMapping roles() {
    Map<String, Set<String>> added = new LinkedHashMap<>();
    for (String from : reader.parts(AccessSetting.ROLES_MAP)) {
      List<String> roles =
          SettingsReader.split(reader.text(AccessSetting.ROLES_MAP, from).orElse(""));
      if (roles.isEmpty()) {
        reader.wrong(AccessSetting.ROLES_MAP, from, "at least one role");
      }
      added.put(from, Set.copyOf(roles));
    }
    return new ClaimPathRoles(
        reader.list(AccessSetting.ROLES_PATH),
        reader.text(AccessSetting.ROLES_PREFIX).orElse(""),
        added);
  }
}
