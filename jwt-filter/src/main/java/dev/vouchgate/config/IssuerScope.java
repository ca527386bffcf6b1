package dev.vouchgate.config;

import dev.vouchgate.config.setting.AccessSetting;
import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.config.setting.TokenSetting;
import java.util.Optional;
import java.util.Set;

/**
 * How the settings of one of several issuers are called: {@code vouchgate.issuer.<name>.} before
 * what is left of a setting's own name.
 *
 * @param name the issuer's, as {@code vouchgate.issuers} lists it
 */
record IssuerScope(String name) {
  private static final String PREFIX = "vouchgate.issuer.";

  /** One issuer's own: another's keys, or what another's roles are worth, are never borrowed. */
  private static final Set<Setting> OWN =
      Set.of(
          MpJwtSetting.ISSUER,
          MpJwtSetting.PUBLIC_KEY,
          MpJwtSetting.PUBLIC_KEY_LOCATION,
          KeySetting.SECRET,
          KeySetting.SECRET_LOCATION,
          TokenSetting.TENANTS,
          KeySetting.JWKS_HEADER,
          AccessSetting.ROLES_PREFIX,
          AccessSetting.ROLES_MAP);

  /** What an issuer may have of its own, and has from all of them otherwise. */
  private static final Set<Setting> INHERITED =
      Set.of(
          MpJwtSetting.PUBLIC_KEY_ALGORITHM,
          MpJwtSetting.AUDIENCES,
          MpJwtSetting.TOKEN_AGE,
          MpJwtSetting.CLOCK_SKEW,
          KeySetting.ALGORITHMS,
          TokenSetting.CLIENTS,
          TokenSetting.TENANT_CLAIM,
          TokenSetting.TYPES,
          TokenSetting.REQUIRED_CLAIMS,
          TokenSetting.ALLOW_ID_TOKENS,
          TokenSetting.CLOCK_AHEAD,
          AccessSetting.ROLES_PATH,
          KeySetting.JWKS_TTL,
          KeySetting.ALLOW_WEAK_RSA);

  /** The setting's name here; its only name, if no issuer has one of its own. */
  String nameOf(Setting setting) {
    return OWN.contains(setting) || INHERITED.contains(setting)
        ? PREFIX + name + "." + suffix(setting)
        : setting.text();
  }

  /** Whether the setting of all issuers counts for this one too, if it has none of its own. */
  boolean inherits(Setting setting) {
    return !OWN.contains(setting);
  }

  /** The issuer whose setting this would be, if it is one that an issuer may have. */
  static Optional<IssuerScope> of(String setting) {
    // No issuer's name has a dot.
    int end = setting.indexOf('.', PREFIX.length());
    return isScoped(setting) && end > 0
        ? Optional.of(new IssuerScope(setting.substring(PREFIX.length(), end)))
            .filter(scope -> scope.named(OWN, setting) || scope.named(INHERITED, setting))
        : Optional.empty();
  }

  /** Whether a name is that of some issuer's setting. */
  static boolean isScoped(String setting) {
    return setting.startsWith(PREFIX);
  }

  private boolean named(Set<Setting> settings, String name) {
    return settings.stream().anyMatch(known -> new SettingName(nameOf(known)).matches(name));
  }

  /** Such as {@code issuer}, {@code publickey.location} and {@code roles.path}. */
  private static String suffix(Setting setting) {
    return setting.text().replaceFirst("^(mp\\.jwt\\.verify|vouchgate)\\.", "");
  }
}
