package dev.vouchgate.config;

import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.TokenSetting;
import dev.vouchgate.verify.ClaimRule;
import dev.vouchgate.verify.ClaimRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads of whom an issuer's name tells: of itself, or of every tenant that is allowed, where the
 * name has the place for one in it.
 */
final class TenantSettings {
  private static final String PLACE = "{tenantid}";

  private final SettingsReader reader;

  TenantSettings(SettingsReader reader) {
    this.reader = reader;
  }

  /** By {@code iss}, the rules that hold a token to it; a tenant's claim must agree as well. */
  Map<String, List<ClaimRule>> rules(String issuer) {
    List<String> tenants = reader.list(TokenSetting.TENANTS);
    if (!issuer.contains(PLACE)) {
      if (!tenants.isEmpty()) {
        reader.wrong(MpJwtSetting.ISSUER, "a name with " + PLACE + " in it, as tenants are set");
      }
      return Map.of(issuer, List.of(ClaimRules.issuer(issuer)));
    }
    if (tenants.isEmpty()) {
      reader.wrong(TokenSetting.TENANTS, "the tenants that are trusted of " + issuer);
    }
    if (reader.text(MpJwtSetting.PUBLIC_KEY_LOCATION).isEmpty()) {
      reader.wrong(
          MpJwtSetting.PUBLIC_KEY_LOCATION,
          "where the keys of all tenants are: no metadata tells it");
    }
    String claim =
        reader
            .text(TokenSetting.TENANT_CLAIM)
            .or(TokenSetting.TENANT_CLAIM::defaultValue)
            .orElseThrow();
    Map<String, List<ClaimRule>> rules = new LinkedHashMap<>();
    for (String tenant : tenants) {
      String name = issuer.replace(PLACE, tenant);
      rules.put(name, List.of(ClaimRules.issuer(name), ClaimRules.exactly(claim, tenant)));
    }
    return rules;
  }
}
