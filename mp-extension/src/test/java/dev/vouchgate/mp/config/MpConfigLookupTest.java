package dev.vouchgate.mp.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.mp.testing.Fake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class MpConfigLookupTest {
  private final MpConfigSource source =
      new MpConfigSource(
          Fake.of(
              Config.class,
              new Values(
                  Map.of("mp.jwt.verify.issuer", " https://a.example ", "vouchgate.realm", " "))));

  /** What the gate asks of a Config. */
  public record Values(Map<String, String> values) {
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    public Iterable<String> getPropertyNames() {
      return List.copyOf(values.keySet());
    }
  }

  @Test
  void readsTheApplicationsConfiguration() {
    assertThat(source.value("mp.jwt.verify.issuer")).hasValue("https://a.example");
    assertThat(source.value("mp.jwt.verify.audiences")).isEmpty();
    assertThat(source.names()).containsOnly("mp.jwt.verify.issuer", "vouchgate.realm");
  }

  @Test
  void takesAnEmptyValueForNone() {
    assertThat(source.value("vouchgate.realm")).isEmpty();
  }

  /** As in an enterprise archive on Payara. */
  @Test
  void readsTheApplicationsFileWhereItsConfigurationDoesNot() {
    SettingsSource file =
        SettingsSource.of(
            Map.of(
                "mp.jwt.verify.issuer", "https://of.the.file",
                "mp.jwt.verify.audiences", "orders"));

    SettingsSource both = MpConfigSource.above(file, source);

    assertThat(both.value("mp.jwt.verify.issuer")).hasValue("https://a.example");
    assertThat(both.value("mp.jwt.verify.audiences")).hasValue("orders");
    assertThat(both.names()).contains("vouchgate.realm", "mp.jwt.verify.audiences");
  }

  /** What the configuration has emptied stays empty. */
  @Test
  void leavesTheApplicationsFileToTheConfigurationThatReadsIt() {
    SettingsSource file =
        SettingsSource.of(
            Map.of(
                "mp.jwt.verify.issuer", "https://of.the.file",
                "vouchgate.realm", "of the file",
                "another.setting", "of the file"));

    assertThat(MpConfigSource.above(file, source)).isSameAs(source);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(SettingsSource.class))
        .hasAtLeastOneElementOfType(MpConfigLookup.class);
  }

  @Test
  void readsTheStandardSourcesWhereThereIsNoImplementation() {
    assertThat(new MpConfigLookup().value("java.version"))
        .hasValue(System.getProperty("java.version"));
    assertThat(new MpConfigLookup().names()).contains("java.version");
  }
}
