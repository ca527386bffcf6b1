package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.GateUnconfigured;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that has the jar and says nothing. */
class UnconfiguredGateTest {
  private final List<GateUnconfigured> warnings = new ArrayList<>();

  @Test
  void startsAndWarns() {
    try (Gate gate = Gate.from(read(Map.of()))) {
      assertThat(gate.request().policies()).isEmpty();
    }

    assertThat(warnings).containsExactly(new GateUnconfigured("mp.jwt.verify.issuer"));
  }

  @Test
  void trustsNobody() {
    try (Gate gate = Gate.from(read(Map.of()))) {
      assertThat(
              catchThrowableOfType(
                      RejectedException.class, () -> gate.verify(Tokens.valid().compact()))
                  .rejection())
          .isInstanceOf(Rejection.UnknownKey.class);
    }
  }

  @ParameterizedTest(name = "{0} alone is not enough")
  @ValueSource(
      strings = {
        "mp.jwt.verify.audiences",
        "mp.jwt.token.cookie",
        "vouchgate.roles.map.staff",
        "vouchgate.polices.default"
      })
  void wantsAnIssuerOnceAnythingIsSaid(String setting) {
    assertThatThrownBy(() -> read(Map.of(setting, "orders")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("mp.jwt.verify.issuer: was not set");
    assertThat(warnings).isEmpty();
  }

  private Settings read(Map<String, String> settings) {
    GateListener listener =
        new GateListener() {
          @Override
          public void unconfigured(GateUnconfigured event) {
            warnings.add(event);
          }
        };
    return Settings.read(SettingsSource.of(settings), getClass().getClassLoader(), listener);
  }
}
