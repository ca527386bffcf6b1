package dev.vouchgate.config;

import java.util.EnumSet;
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
      EnumSet.of(
          Setting.ISSUER,
          Setting.PUBLIC_KEY,
          Setting.PUBLIC_KEY_LOCATION,
          Setting.SECRET,
          Setting.SECRET_LOCATION,
          Setting.TENANTS,
          Setting.JWKS_HEADER,
          Setting.ROLES_PREFIX,
          Setting.ROLES_MAP);

  /** What an issuer may have of its own, and has from all of them otherwise. */
  private static final Set<Setting> INHERITED =
      EnumSet.of(
          Setting.PUBLIC_KEY_ALGORITHM,
          Setting.AUDIENCES,
          Setting.TOKEN_AGE,
          Setting.CLOCK_SKEW,
          Setting.ALGORITHMS,
          Setting.CLIENTS,
          Setting.TENANT_CLAIM,
          Setting.TOKEN_TYPES,
          Setting.REQUIRED_CLAIMS,
          Setting.ALLOW_ID_TOKENS,
          Setting.CLOCK_AHEAD,
          Setting.ROLES_PATH,
          Setting.JWKS_TTL,
          Setting.ALLOW_WEAK_RSA);

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
