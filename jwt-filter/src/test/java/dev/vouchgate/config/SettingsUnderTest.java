package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings that are valid as they begin; each call changes one. Immutable. */
final class SettingsUnderTest {
  private final Map<String, String> map;

  private SettingsUnderTest(Map<String, String> map) {
    this.map = map;
  }

  /** The issuer and nothing else: a complete configuration. */
  static SettingsUnderTest issuerOnly() {
    return new SettingsUnderTest(Map.of("mp.jwt.verify.issuer", Tokens.ISSUER));
  }

  /** Any. */
  static SettingsUnderTest of(Map<String, String> settings) {
    return new SettingsUnderTest(settings);
  }

  /** The issuer, and the secret of {@code TestKeys.secret("secret")}: for HMAC tokens. */
  static SettingsUnderTest withSecret() {
    return issuerOnly().with("vouchgate.secret", secretOf(64));
  }

  /** The first bytes of the secret of {@code TestKeys.secret("secret")}, as base64url. */
  static String secretOf(int bytes) {
    byte[] whole = TestKeys.secret("secret").signing().getEncoded();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(whole, bytes));
  }

  SettingsUnderTest with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    changed.put(name, value);
    return new SettingsUnderTest(changed);
  }

  SettingsUnderTest without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    changed.remove(name);
    return new SettingsUnderTest(changed);
  }

  /** Without any whose name begins so. */
  SettingsUnderTest withoutAll(String prefix) {
    Map<String, String> changed = new LinkedHashMap<>(map);
    changed.keySet().removeIf(name -> name.startsWith(prefix));
    return new SettingsUnderTest(changed);
  }

  SettingsSource source() {
    return SettingsSource.of(map);
  }

  Settings read() {
    return Settings.read(source(), SettingsUnderTest.class.getClassLoader());
  }

  /** What reading them complains of, line by line; empty if it does not. */
  List<String> problems() {
    SettingsException refused = catchThrowableOfType(SettingsException.class, this::read);
    return refused == null ? List.of() : refused.problems();
  }
}
