package dev.vouchgate.config.setting;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting that there is: its name, its form, its default, and what it means.
 *
 * <p>A name with a part in angle brackets stands for many. {@code docs/configuration.md} is made of
 * all of them.
 */
public sealed interface Setting
    permits AccessSetting,
        BindingSetting,
        CallSetting,
        GrantSetting,
        IssueSetting,
        KeySetting,
        LoginSetting,
        MpJwtSetting,
        SampleSetting,
        TokenSetting {

  /**
   * What is known of a setting.
   *
   * @param text its name
   * @param form what its value looks like
   * @param defaultValue the value that counts if it is not set; null if there is none
   * @param meaning what it does
   */
  record Description(String text, String form, @Nullable String defaultValue, String meaning) {}

  /** All that there are. */
  static Stream<Setting> all() {
    return Stream.<Setting[]>of(
            MpJwtSetting.values(),
            TokenSetting.values(),
            KeySetting.values(),
            AccessSetting.values(),
            BindingSetting.values(),
            IssueSetting.values(),
            GrantSetting.values(),
            LoginSetting.values(),
            CallSetting.values(),
            SampleSetting.values())
        .flatMap(Arrays::stream);
  }

  /** What is known of it. */
  Description description();

  /** The name, as it is written in a properties file. */
  default String text() {
    return description().text();
  }

  /** What its value looks like. */
  default String form() {
    return description().form();
  }

  /** The value that counts if it is not set; empty if there is none. */
  default Optional<String> defaultValue() {
    return Optional.ofNullable(description().defaultValue());
  }

  /** What it does. */
  default String meaning() {
    return description().meaning();
  }

  /** Whether its value must not be shown: a secret, or where one might stand by mistake. */
  default boolean isSecret() {
    return false;
  }
}
