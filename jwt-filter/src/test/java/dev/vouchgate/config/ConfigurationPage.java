package dev.vouchgate.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/configuration.md}: written by hand, but for its tables of settings, which stand
 * between {@code <!-- settings: group -->} and {@code <!-- end -->}.
 */
final class ConfigurationPage {
  private static final Pattern TABLE =
      Pattern.compile("(<!-- settings: ([a-z]+) -->\\n).*?(<!-- end -->\\n)", Pattern.DOTALL);

  private static final Pattern EXAMPLE =
      Pattern.compile("^```properties\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** The settings of each table, in the order of {@link Setting}. */
  static final Map<String, Set<Setting>> GROUPS = groups();

  private ConfigurationPage() {}

  /** The page with its tables made anew. */
  static String withTables(String page) {
    return TABLE
        .matcher(page)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1) + table(found.group(2)) + found.group(3)));
  }

  /** The groups that the page has a table for. */
  static List<String> groupsIn(String page) {
    return TABLE.matcher(page).results().map(found -> found.group(2)).toList();
  }

  /** The examples on the page, each a properties file. */
  static List<String> examplesIn(String page) {
    return EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static String table(String group) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("| Setting | Value | Default | Meaning |");
    lines.add("|---|---|---|---|");
    for (Setting setting : GROUPS.get(group)) {
      lines.add(row(setting));
    }
    lines.add("");
    return String.join("\n", lines) + "\n";
  }

  private static String row(Setting setting) {
    return "| `"
        + setting.text()
        + "` | "
        + escaped(setting.form())
        + " | "
        + setting.defaultValue().map(value -> "`" + value + "`").orElse("none")
        + " | "
        + escaped(setting.meaning())
        + " |";
  }

  /** Names of settings as code; what Markdown would take for markup as it is. */
  private static String escaped(String text) {
    String plain = text.replaceAll("([*_])", "\\\\$1").replace("<", "&lt;").replace(">", "&gt;");
    return Pattern.compile("(?:mp\\.jwt|vouchgate)(?:\\.[a-z-]+)+")
        .matcher(plain)
        .replaceAll((MatchResult name) -> "`" + name.group() + "`");
  }

  private static Map<String, Set<Setting>> groups() {
    Map<String, Set<Setting>> groups = new LinkedHashMap<>();
    groups.put("microprofile", EnumSet.range(Setting.ISSUER, Setting.DECRYPT_KEY_ALGORITHM));
    groups.put(
        "keys",
        EnumSet.of(
            Setting.ALGORITHMS,
            Setting.DECRYPT_ALGORITHMS,
            Setting.SECRET,
            Setting.SECRET_LOCATION,
            Setting.JWKS_TTL,
            Setting.JWKS_MIN_TTL,
            Setting.JWKS_MAX_TTL,
            Setting.JWKS_STALE_LIMIT,
            Setting.JWKS_UNKNOWN_KID_INTERVAL,
            Setting.JWKS_DEADLINE,
            Setting.JWKS_SNAPSHOT,
            Setting.JWKS_MAX_BYTES,
            Setting.JWKS_ALLOW_HTTP,
            Setting.ALLOW_WEAK_RSA));
    groups.put("reaching", EnumSet.range(Setting.JWKS_PROXY, Setting.JWKS_HEADER));
    groups.put(
        "tokens",
        EnumSet.of(
            Setting.CLIENTS,
            Setting.TOKEN_TYPES,
            Setting.REQUIRED_CLAIMS,
            Setting.ALLOW_ID_TOKENS,
            Setting.TOKEN_MAX_LENGTH,
            Setting.CACHE_TOKENS,
            Setting.CACHE_BYTES,
            Setting.CRYPTO_PROVIDER,
            Setting.CLOCK_AHEAD));
    groups.put("issuers", EnumSet.range(Setting.ISSUERS, Setting.TENANT_CLAIM));
    groups.put("binding", EnumSet.range(Setting.BINDING, Setting.MTLS_PROXIES));
    groups.put("issuing", EnumSet.range(Setting.ISSUE_ISSUER, Setting.ISSUE_TRUST));
    groups.put("clients", EnumSet.range(Setting.TOKEN_PATH, Setting.CLIENT_LIFETIME));
    groups.put("login", EnumSet.range(Setting.LOGIN_PATH, Setting.LOGIN_REFRESH));
    groups.put("roles", EnumSet.of(Setting.ROLES_PATH, Setting.ROLES_PREFIX, Setting.ROLES_MAP));
    groups.put("policies", EnumSet.range(Setting.POLICY_PATHS, Setting.POLICY_DEFAULT));
    groups.put("requests", EnumSet.range(Setting.REALM, Setting.CSRF_ORIGINS));
    groups.put("calls", EnumSet.range(Setting.CALL_FROM, Setting.CALL_CLIENT_KEY_LOCATION));
    groups.put("sample", EnumSet.of(Setting.DEMO));
    return groups;
  }
}
