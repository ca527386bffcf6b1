package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardSourcesTest {
  private static final String NAME = "vouchgate.realm";

  @AfterEach
  void forget() {
    System.clearProperty(NAME);
  }

  @Test
  void readsThePropertiesFileInUtf8() {
    SettingsSource source = StandardSources.of(fileOf("vouchgate.roles.map.büro = admin \n"));
    assertThat(source.value("vouchgate.roles.map.büro")).contains("admin");
    assertThat(source.names()).contains("vouchgate.roles.map.büro");
  }

  @Test
  void missesNothingWithoutAPropertiesFile() {
    SettingsSource source = StandardSources.of(new OneFileLoader("other", ""));
    assertThat(source.value(NAME)).isEmpty();
  }

  @Test
  void prefersSystemPropertiesToTheFile() {
    System.setProperty(NAME, " from the command line ");
    SettingsSource source = StandardSources.of(fileOf("vouchgate.realm=from the file\n"));
    assertThat(source.value(NAME)).contains("from the command line");
    assertThat(source.names()).contains(NAME);
  }

  @Test
  void takesAnEmptySystemPropertyForNone() {
    System.setProperty(NAME, "  ");
    SettingsSource source = StandardSources.of(fileOf("vouchgate.realm=from the file\n"));
    assertThat(source.value(NAME)).contains("from the file");
  }

  @Test
  void saysWhichFileIsNoPropertiesFile() {
    assertThatThrownBy(() -> StandardSources.of(fileOf("vouchgate.realm=\\u12\n")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("META-INF/microprofile-config.properties: cannot be read");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mp.jwt.verify.token.age",
    "mp_jwt_verify_token_age",
    "MP_JWT_VERIFY_TOKEN_AGE",
  })
  void findsAnEnvironmentVariableByEachOfItsThreeNames(String variable) {
    SettingsSource source = StandardSources.environment(Map.of(variable, "60"));
    assertThat(source.value("mp.jwt.verify.token.age")).contains("60");
  }

  @Test
  void prefersTheExactNameInTheEnvironment() {
    SettingsSource source =
        StandardSources.environment(
            Map.of("VOUCHGATE_REALM", "c", "vouchgate_realm", "b", "vouchgate.realm", "a"));
    assertThat(source.value(NAME)).contains("a");
  }

  @Test
  void mapsEveryCharacterOfAnEnvironmentNameThatIsNoLetterOrDigit() {
    SettingsSource source =
        StandardSources.environment(Map.of("VOUCHGATE_POLICY_BACK_OFFICE_PATHS", "/b/*"));
    assertThat(source.value("vouchgate.policy.back-office.paths")).contains("/b/*");
  }

  private static ClassLoader fileOf(String text) {
    return new OneFileLoader("META-INF/microprofile-config.properties", text);
  }

  private static final class OneFileLoader extends ClassLoader {
    private final String name;
    private final String text;

    OneFileLoader(String name, String text) {
      super(null);
      this.name = name;
      this.text = text;
    }

    @Override
    public InputStream getResourceAsStream(String asked) {
      return asked.equals(name)
          ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
          : null;
    }
  }
}
