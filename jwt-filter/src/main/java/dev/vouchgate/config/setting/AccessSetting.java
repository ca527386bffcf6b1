package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** What callers may do, and how requests are answered. */
public enum AccessSetting implements Setting {
  /** Where roles are. */
  ROLES_PATH(
      "vouchgate.roles.path",
      "list of claim paths",
      "groups",
      "Where the roles are in the claims; all that is found counts. Names separated by / lead into"
          + " objects (realm_access/roles), unless a claim has the whole path for its name."),
  /** What distinguishes an issuer's roles. */
  ROLES_PREFIX(
      "vouchgate.roles.prefix",
      "text",
      null,
      "Put before the name of every role that a token gives, so that another issuer's admin is not"
          + " ours. Roles that vouchgate.roles.map.<from> adds stay as they are written there; <from>"
          + " is the name in the token."),
  /** Roles that come with roles. */
  ROLES_MAP(
      "vouchgate.roles.map.<from>",
      "list of roles",
      null,
      "Roles that a caller who has <from> gets in addition."),
  /** Which paths a policy is for. */
  POLICY_PATHS(
      "vouchgate.policy.<name>.paths",
      "list of /exact, /prefix/* or *.suffix",
      null,
      "The paths that the policy <name> protects."),
  /** Which methods a policy is for. */
  POLICY_METHODS(
      "vouchgate.policy.<name>.methods",
      "list of HTTP methods",
      "all methods",
      "The methods it is for. A path named only for some methods is denied for the others."),
  /** Which roles a policy wants. */
  POLICY_ROLES(
      "vouchgate.policy.<name>.roles",
      "list of roles, or **",
      null,
      "The roles of which the caller needs one; ** for any proven caller."),
  /** What happens to paths that no policy names. */
  POLICY_DEFAULT(
      "vouchgate.policy.default",
      "permit or deny",
      "permit",
      "What happens to paths that no policy names."),
  /** The realm of challenges. */
  REALM(
      "vouchgate.realm",
      "text without quotes, backslashes or controls",
      "vouchgate",
      "The realm that challenges name (WWW-Authenticate: Bearer realm=...)."),
  /** Whether requests with a cookie must come from a page of ours. */
  CSRF(
      "vouchgate.csrf",
      "on or off",
      "on",
      "Whether, in cookie mode, a request that may change something is refused (403) unless the"
          + " browser says that a page of the same origin made it. Dangerous if off: any site's page"
          + " can then act as its visitors."),
  /** Whose pages besides ours. */
  CSRF_ORIGINS(
      "vouchgate.csrf.origins",
      "list of origins, such as https://shop.example.com",
      null,
      "Other origins whose pages may do so too. Also the application's own, if a reverse proxy does"
          + " not pass it on: then the container takes requests for those of another origin.");

  private final Description description;

  AccessSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
