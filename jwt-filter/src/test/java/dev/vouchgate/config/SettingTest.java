package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {

  @Test
  void knowsTheElevenOfMicroProfileJwt() {
    assertThat(Setting.all().map(Setting::text).filter(n -> n.startsWith("mp.")))
        .containsExactlyInAnyOrder(
            "mp.jwt.verify.publickey",
            "mp.jwt.verify.publickey.location",
            "mp.jwt.verify.publickey.algorithm",
            "mp.jwt.verify.issuer",
            "mp.jwt.verify.audiences",
            "mp.jwt.verify.token.age",
            "mp.jwt.verify.clock.skew",
            "mp.jwt.token.header",
            "mp.jwt.token.cookie",
            "mp.jwt.decrypt.key.location",
            "mp.jwt.decrypt.key.algorithm");
  }

  @Test
  void knowsThoseOfEveryKind() {
    assertThat(Setting.all().<Class<?>>map(Setting::getClass).distinct())
        .containsExactlyInAnyOrder(Setting.class.getPermittedSubclasses());
  }

  @Test
  void namesEverySettingOnce() {
    assertThat(Setting.all().map(Setting::text)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dev.vouchgate.config.setting.Setting#all")
  void saysWhatItIs(Setting setting) {
    assertThat(setting.text()).matches("(mp\\.jwt|vouchgate)(\\.(<[a-z]+>|[a-z-]+))+");
    assertThat(setting.form()).isNotBlank().doesNotContain("|");
    assertThat(setting.meaning()).endsWith(".").doesNotContain("|");
  }

  /** A default that would be refused if it were written out would be a riddle. */
  @ParameterizedTest
  @MethodSource("dev.vouchgate.config.setting.Setting#all")
  void takesItsOwnDefault(Setting setting) {
    String name = setting.text();
    SettingsUnderTest settings =
        setting
            .defaultValue()
            .filter(value -> !name.contains("<") && setting != KeySetting.ALGORITHMS)
            .map(value -> SettingsUnderTest.issuerOnly().with(name, value))
            .orElse(SettingsUnderTest.issuerOnly());
    assertThat(settings.problems()).isEmpty();
  }
}
