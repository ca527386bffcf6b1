package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one message that an operator reads when the deployment stops. */
class SettingsMessageTest {

  @Test
  void listsEveryWrongSettingAtOnce() {
    SettingsUnderTest wrong =
        issuerOnly()
            .with("vouchgate.jwks.ttl", "never")
            .with("vouchgate.policy.admin.roles", "admin")
            .with("vouchgate.token.max-length", "big")
            .with("vouchgate.relm", "shop");
    assertThatThrownBy(wrong::read)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            """
            Vouchgate cannot start: 4 settings are wrong.
              - vouchgate.jwks.ttl: was never; expected a duration from 60 to 3600 seconds, such \
            as 90s
              - vouchgate.token.max-length: was big; expected a whole number from 1024 to 1048576
              - vouchgate.policy.admin.paths: was not set; expected paths such as /orders, \
            /admin/* or *.pdf
              - vouchgate.relm: there is no such setting; docs/configuration.md lists them all""");
  }

  @Test
  void countsASingleOne() {
    assertThatThrownBy(issuerOnly().with("vouchgate.jwks.ttl", "1")::read)
        .hasMessageStartingWith("Vouchgate cannot start: 1 setting is wrong.\n  - vouchgate.jwks");
  }

  @Test
  void hidesASecret() {
    String secret = "ferocious/wombat+";
    assertThat(issuerOnly().with("vouchgate.secret", secret).problems())
        .containsExactly(
            "vouchgate.secret: was (hidden); expected a secret as base64url without padding");
  }

  @Test
  void hidesWhatFollowsAMisspeltSecret() {
    assertThatThrownBy(issuerOnly().with("vouchgate.secrets", "c2VjcmV0")::read)
        .hasMessageContaining("vouchgate.secrets")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "mp.jwt.verify.publickey.location, https://me:pass-word@idp.example.com/jwks",
    "mp.jwt.verify.issuer, https://me:pass-word@idp.example.com",
    "mp.jwt.verify.publickey.location, https://pass-word@idp.example.com/jwks",
  })
  void hidesThePasswordInAnAddress(String name, String address) {
    assertThatThrownBy(issuerOnly().with(name, address)::read)
        .hasMessageContaining("was https://(hidden)@idp.example.com")
        .hasMessageNotContaining("pass-word");
  }

  @Test
  void hidesTheQueryOfAnAddress() {
    String address = "http://idp.example.com/jwks?key=pass-word";
    assertThatThrownBy(issuerOnly().with("mp.jwt.verify.publickey.location", address)::read)
        .hasMessageContaining("was http://idp.example.com/jwks?(hidden); expected an https URL")
        .hasMessageNotContaining("pass-word");
  }

  @Test
  void staysOnOneLineWhateverTheValue() {
    assertThat(
            issuerOnly().with("vouchgate.policy.default", "a\nb\u0000c\r\u0085d\u2028e").problems())
        .containsExactly("vouchgate.policy.default: was a b c  d e; expected permit or deny");
  }

  @Test
  void cutsALongValue() {
    assertThat(issuerOnly().with("vouchgate.policy.default", "x".repeat(61)).problems())
        .containsExactly(
            "vouchgate.policy.default: was " + "x".repeat(60) + "...; expected permit or deny");
  }
}
