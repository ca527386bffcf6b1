package dev.vouchgate.config;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.verify.ClaimPathRoles;
import dev.vouchgate.verify.ClaimRule;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.RoleMapping;
import dev.vouchgate.verify.TokenKinds;
import dev.vouchgate.verify.VerificationPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Optional<String> issuer = reader.text(Setting.ISSUER);
    if (issuer.isEmpty()) {
      reader.wrong(Setting.ISSUER, "the issuer of the tokens that are to be trusted");
    }
    KeySettingsReader keys = new KeySettingsReader(reader, loader, listener);
    Set<JwsAlgorithm> algorithms = AlgorithmSettings.read(reader, keys.hasSecret());
    Set<String> types = Set.copyOf(reader.list(Setting.TOKEN_TYPES));
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

  private List<ClaimRule> commonRules() {
    Duration skew =
        reader.duration(Setting.CLOCK_SKEW, Duration.ZERO, LONGEST_SKEW).orElse(Duration.ZERO);
    Duration ahead =
        reader.duration(Setting.CLOCK_AHEAD, Duration.ZERO, LONGEST_SKEW).orElse(Duration.ZERO);
    List<ClaimRule> rules = new ArrayList<>();
    List<String> audiences = reader.list(Setting.AUDIENCES);
    if (!audiences.isEmpty()) {
      rules.add(ClaimRules.audience(Set.copyOf(audiences)));
    }
    rules.add(ClaimRules.lifetime(skew, ahead));
    reader
        .duration(Setting.TOKEN_AGE, Duration.ofSeconds(1), LONGEST_AGE)
        .ifPresent(age -> rules.add(ClaimRules.tokenAge(age, skew)));
    List<String> clients = reader.list(Setting.CLIENTS);
    if (!clients.isEmpty()) {
      rules.add(ClaimRules.client(Set.copyOf(clients)));
    }
    List<String> required = reader.list(Setting.REQUIRED_CLAIMS);
    if (!required.isEmpty()) {
      rules.add(ClaimRules.required(required));
    }
    rules.add(ClaimRules.strings("sub", "jti", "upn", "preferred_username"));
    rules.add(
        reader.flag(Setting.ALLOW_ID_TOKENS) ? TokenKinds.accessAndId() : TokenKinds.access());
    return rules;
  }

  private RoleMapping roles() {
    Map<String, Set<String>> added = new LinkedHashMap<>();
    for (String from : reader.parts(Setting.ROLES_MAP)) {
      List<String> roles = SettingsReader.split(reader.text(Setting.ROLES_MAP, from).orElse(""));
      if (roles.isEmpty()) {
        reader.wrong(Setting.ROLES_MAP, from, "at least one role");
      }
      added.put(from, Set.copyOf(roles));
    }
    return new ClaimPathRoles(
        reader.list(Setting.ROLES_PATH), reader.text(Setting.ROLES_PREFIX).orElse(""), added);
  }
}
