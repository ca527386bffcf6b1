package dev.vouchgate.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final String SALT = Base64.getEncoder().encodeToString(new byte[16]);

  /** RFC 7914 §11. */
  @Test
  void derivesWhatTheSpecificationDoes() {
    byte[] one =
        KeyDerivation.PLATFORM.derive("PBKDF2WithHmacSHA256", "passwd", ascii("salt"), 1, 64);
    byte[] many =
        KeyDerivation.PLATFORM.derive("PBKDF2WithHmacSHA256", "Password", ascii("NaCl"), 80000, 64);

    assertThat(HexFormat.of().formatHex(one))
        .isEqualTo(
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783");
    assertThat(HexFormat.of().formatHex(many))
        .isEqualTo(
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "pässwörd €", "a:b", "%", " "})
  void knowsItsSecretAgainOnceItIsWritten(String secret) {
    PasswordHash read = PasswordHash.parse(PasswordHash.of(secret, 1024).text()).orElseThrow();

    assertThat(read.isOf(secret, KeyDerivation.PLATFORM)).isTrue();
    assertThat(read.isOf(secret + "x", KeyDerivation.PLATFORM)).isFalse();
    assertThat(read.isOf("", KeyDerivation.PLATFORM)).isFalse();
  }

  @Test
  void hasASaltOfItsOwn() {
    assertThat(PasswordHash.of("s", 1024).text()).isNotEqualTo(PasswordHash.of("s", 1024).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PBKDF2WithHmacSHA224", "PBKDF2WithHmacSHA384", "PBKDF2WithHmacSHA512"})
  void readsTheOtherAlgorithmsOfJakartaSecurity(String algorithm) {
    byte[] hash = KeyDerivation.PLATFORM.derive(algorithm, "secret", new byte[16], 2048, 32);
    String text = algorithm + ":2048:" + SALT + ":" + Base64.getEncoder().encodeToString(hash);

    assertThat(PasswordHash.parse(text).orElseThrow().isOf("secret", KeyDerivation.PLATFORM))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "",
        "PBKDF2WithHmacSHA1:2048:S:S",
        "PBKDF2WithHmacSHA256:1023:S:S",
        "PBKDF2WithHmacSHA256:5000001:S:S",
        "PBKDF2WithHmacSHA256:02048x:S:S",
        "PBKDF2WithHmacSHA256:2048:AAAA:S",
        "PBKDF2WithHmacSHA256:2048:S:AAAA",
        "PBKDF2WithHmacSHA256:2048:S:S:S",
        "PBKDF2WithHmacSHA256:2048:S:=",
        "PBKDF2WithHmacSHA256:2048:S:A===",
        " PBKDF2WithHmacSHA256:2048:S:S"
      })
  void isNothingElse(String form) {
    assertThat(PasswordHash.parse(form.replaceAll("\\bS\\b", SALT))).isEmpty();
  }

  @Test
  void takesTheLeastAndTheMost() {
    assertThat(PasswordHash.parse("PBKDF2WithHmacSHA256:1024:" + SALT + ":" + SALT)).isPresent();
    assertThat(PasswordHash.parse("PBKDF2WithHmacSHA256:5000000:" + SALT + ":" + SALT)).isPresent();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
