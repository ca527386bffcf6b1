package dev.vouchgate.config;

import dev.vouchgate.config.setting.AccessSetting;
import dev.vouchgate.config.setting.BindingSetting;
import dev.vouchgate.config.setting.CallSetting;
import dev.vouchgate.config.setting.GrantSetting;
import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.LoginSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.SampleSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.config.setting.TokenSetting;
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

  /** The settings of each table, in its order. */
  static final Map<String, Set<? extends Setting>> GROUPS = groups();

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

  private static Map<String, Set<? extends Setting>> groups() {
    Map<String, Set<? extends Setting>> groups = new LinkedHashMap<>();
    groups.put("microprofile", EnumSet.allOf(MpJwtSetting.class));
    groups.put("keys", EnumSet.range(KeySetting.ALGORITHMS, KeySetting.ALLOW_WEAK_RSA));
    groups.put("reaching", EnumSet.range(KeySetting.JWKS_PROXY, KeySetting.JWKS_HEADER));
    groups.put("tokens", EnumSet.range(TokenSetting.CLIENTS, TokenSetting.CLOCK_AHEAD));
    groups.put("issuers", EnumSet.range(TokenSetting.ISSUERS, TokenSetting.TENANT_CLAIM));
    groups.put("binding", EnumSet.allOf(BindingSetting.class));
    groups.put("issuing", EnumSet.allOf(IssueSetting.class));
    groups.put("clients", EnumSet.allOf(GrantSetting.class));
    groups.put("login", EnumSet.allOf(LoginSetting.class));
    groups.put("roles", EnumSet.range(AccessSetting.ROLES_PATH, AccessSetting.ROLES_MAP));
    groups.put("policies", EnumSet.range(AccessSetting.POLICY_PATHS, AccessSetting.POLICY_DEFAULT));
    groups.put("requests", EnumSet.range(AccessSetting.REALM, AccessSetting.CSRF_ORIGINS));
    groups.put("calls", EnumSet.allOf(CallSetting.class));
    groups.put("sample", EnumSet.allOf(SampleSetting.class));
    return groups;
  }
}
