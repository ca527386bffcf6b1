package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.setting.Setting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page says what the code does. */
class ConfigurationPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/configuration.md");
  private static final String REWRITE =
      "mvn -pl jwt-filter test -Dtest=ConfigurationPageTest -Dvouchgate.docs.write=true";

  @BeforeAll
  static void rewriteIfAsked() throws IOException {
    if (Boolean.getBoolean("vouchgate.docs.write")) {
      Files.writeString(PAGE, ConfigurationPage.withTables(Files.readString(PAGE)));
    }
  }

  @Test
  void hasTheTablesOfTheSettings() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page)
        .as("docs/configuration.md is behind the list of settings. To rewrite it: %s", REWRITE)
        .isEqualTo(ConfigurationPage.withTables(page));
  }

  @Test
  void hasATableForEveryGroup() throws IOException {
    assertThat(ConfigurationPage.groupsIn(Files.readString(PAGE)))
        .containsExactlyInAnyOrderElementsOf(ConfigurationPage.GROUPS.keySet());
  }

  @Test
  void listsEverySettingOnce() {
    assertThat(ConfigurationPage.GROUPS.values().stream().<Setting>flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(Setting.all().toList());
  }

  static List<String> examples() throws IOException {
    return ConfigurationPage.examplesIn(Files.readString(PAGE));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("examples")
  void givesExamplesThatWork(String example) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(example));
    Map<String, String> settings =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty));
    assertThat(Settings.read(SettingsSource.of(settings), getClass().getClassLoader())).isNotNull();
  }
}
