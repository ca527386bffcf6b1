package dev.vouchgate.config;

import dev.vouchgate.config.setting.GrantSetting;
import dev.vouchgate.http.AddressRange;
import java.util.List;
import java.util.regex.Pattern;

/** Reads where something is served that takes secrets, and what proxies stand before it. */
final class ServedPathReader {
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

  private final SettingsReader reader;

  ServedPathReader(SettingsReader reader) {
    this.reader = reader;
  }

  /** Whether it is a path of names that need no encoding, with a slash before each. */
  boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  /** Who are believed when they say that they were asked by https; may be empty. */
  List<AddressRange> proxies() {
    List<String> proxies = reader.list(GrantSetting.PROXIES);
    return proxies.isEmpty()
        ? List.of()
        : List.copyOf(
            reader.named(
                GrantSetting.PROXIES,
                proxies,
                AddressRange::parse,
                "the addresses of proxies, such as 10.0.0.0/8"));
  }
}
