package dev.vouchgate.config;

import dev.vouchgate.config.setting.AccessSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how requests are read and answered, and the named path policies. */
final class RequestSettingsReader {
  /** A token as RFC 9110 §5.6.2 has it: what a cookie may be called. */
  static final Pattern HTTP_TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What RFC 6750 §3 lets stand between quotes without escaping. */
  private static final Pattern REALM = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  /** No address may hold dot segments and the like once the container has decoded it. */
  private static final String SEGMENT = "/(?!\\.{1,2}(/|$))[^/*?#;%\\\\]+";

  private static final Pattern PATH =
      Pattern.compile("(" + SEGMENT + ")*(/\\*?)?|\\*\\.[^*/?#;%\\\\]+");

  /** Methods are told apart by case (RFC 9110 §9.1), and all that are registered are capitals. */
  private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z0-9_-]*");

  /** Not the {@code *} of web.xml, which is every role that the application declares. */
  private static final Pattern ROLE = Pattern.compile("(?!\\*$).+");

  /** An origin as browsers write it (RFC 6454 §6.2). */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?!http:.*:80$)(?!https:.*:443$)[a-z][a-z0-9+.-]*://"
              + "([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");

  private final SettingsReader reader;

  RequestSettingsReader(SettingsReader reader) {
    this.reader = reader;
  }

  RequestSettings read() {
    String realm =
        reader.text(AccessSetting.REALM).or(AccessSetting.REALM::defaultValue).orElseThrow();
    if (!REALM.matcher(realm).matches()) {
      reader.wrong(AccessSetting.REALM, AccessSetting.REALM.form());
    }
    Optional<String> cookie = cookie();
    return new RequestSettings(cookie, origins(cookie), realm, policies(), denyUnnamedPaths());
  }

  private Optional<String> cookie() {
    String header =
        reader
            .text(MpJwtSetting.TOKEN_HEADER)
            .or(MpJwtSetting.TOKEN_HEADER::defaultValue)
            .orElseThrow();
    boolean inCookie = header.equalsIgnoreCase("Cookie");
    if (!inCookie && !header.equalsIgnoreCase("Authorization")) {
      reader.wrong(MpJwtSetting.TOKEN_HEADER, MpJwtSetting.TOKEN_HEADER.form());
    }
    String cookie =
        reader
            .text(MpJwtSetting.TOKEN_COOKIE)
            .or(MpJwtSetting.TOKEN_COOKIE::defaultValue)
            .orElseThrow();
    if (!HTTP_TOKEN.matcher(cookie).matches()) {
      reader.wrong(MpJwtSetting.TOKEN_COOKIE, "the name of a cookie (RFC 6265 section 4.1.1)");
    }
    return inCookie ? Optional.of(cookie) : Optional.empty();
  }

  /** In cookie mode only: no other caller comes along without the page's doing. */
  private Optional<Set<String>> origins(Optional<String> cookie) {
    boolean isChecked = !isChosen(AccessSetting.CSRF, "off", "on");
    List<String> allowed = reader.list(AccessSetting.CSRF_ORIGINS);
    if (!allowed.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      reader.wrong(
          AccessSetting.CSRF_ORIGINS,
          "origins as browsers write them, such as https://shop.example.com: in small letters,"
              + " without a path and the usual port");
    }
    return isChecked ? cookie.map(name -> Set.copyOf(allowed)) : Optional.empty();
  }

  private boolean denyUnnamedPaths() {
    return !isChosen(AccessSetting.POLICY_DEFAULT, "permit", "deny");
  }

  /** Whether the first is; what is neither is wrong, and not the first. */
  private boolean isChosen(Setting setting, String first, String second) {
    String choice = reader.text(setting).or(setting::defaultValue).orElseThrow();
    if (!choice.equals(first) && !choice.equals(second)) {
      reader.wrong(setting, setting.form());
    }
    return choice.equals(first);
  }

  private List<PathPolicy> policies() {
    Set<String> names =
        reader.parts(
            AccessSetting.POLICY_PATHS, AccessSetting.POLICY_ROLES, AccessSetting.POLICY_METHODS);
    List<PathPolicy> policies = new ArrayList<>();
    for (String name : names) {
      policies.add(
          new PathPolicy(
              name,
              checked(
                  AccessSetting.POLICY_PATHS,
                  name,
                  PATH,
                  "paths such as /orders, /admin/* or *.pdf"),
              methods(name),
              Set.copyOf(
                  checked(
                      AccessSetting.POLICY_ROLES,
                      name,
                      ROLE,
                      "roles, or ** for any proven caller"))));
    }
    return policies;
  }

  private Set<String> methods(String name) {
    return reader.text(AccessSetting.POLICY_METHODS, name).isEmpty()
        ? Set.of()
        : Set.copyOf(
            checked(
                AccessSetting.POLICY_METHODS, name, METHOD, "methods in capitals, such as POST"));
  }

  private List<String> checked(Setting setting, String name, Pattern form, String expected) {
    List<String> values =
        SettingsReader.split(reader.text(setting, name).orElse("")).stream().distinct().toList();
    if (values.isEmpty() || !values.stream().allMatch(value -> form.matcher(value).matches())) {
      reader.wrong(setting, name, expected);
    }
    return values;
  }
}
