package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsSourceTest {

  @Test
  void trimsValues() {
    assertThat(SettingsSource.of(Map.of("a", " b ")).value("a")).contains("b");
  }

  @Test
  void takesABlankValueForNone() {
    assertThat(SettingsSource.of(Map.of("a", " \t")).value("a")).isEmpty();
  }

  @Test
  void keepsNothingOfTheMapItWasGiven() {
    Map<String, String> map = new HashMap<>(Map.of("a", "b"));
    SettingsSource source = SettingsSource.of(map);
    map.put("a", "c");
    assertThat(source.value("a")).contains("b");
  }

  @Test
  void showsNamesOnly() {
    assertThat(SettingsSource.of(Map.of("vouchgate.secret", "wombat")))
        .hasToString("MapSource[vouchgate.secret]");
  }

  @Test
  void asksLayersInOrder() {
    SettingsSource layered =
        SettingsSource.layered(
            List.of(
                SettingsSource.of(Map.of("a", "first", "b", "")),
                SettingsSource.of(Map.of("a", "second", "b", "second")),
                SettingsSource.of(Map.of("c", "third"))));
    assertThat(layered.value("a")).contains("first");
    assertThat(layered.value("b")).contains("second");
    assertThat(layered.value("c")).contains("third");
    assertThat(layered.value("d")).isEmpty();
    assertThat(layered.names()).containsExactly("a", "b", "c");
  }
}
