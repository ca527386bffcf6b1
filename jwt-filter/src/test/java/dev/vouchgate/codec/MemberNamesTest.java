package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  private static final MemberNames NAMES = MemberNames.NONE.with(List.of("iss", "sub", "aud"));

  @ParameterizedTest(name = "{0}, likely at {1}")
  @CsvSource({
    "iss, 0, 1",
    "sub, 1, 2",
    "aud, 2, 3",
    "aud, 0, 3",
    "sub, 3, 2",
    "iss, 2, 1",
    "x, 2, 2"
  })
  void expectTheNextOfTheOrderThatWasSeen(String name, int likely, int next) {
    assertThat(NAMES.after(name, likely)).isEqualTo(next);
  }

  @Test
  void stayTheSameWhereNoneIsNew() {
    assertThat(NAMES.with(List.of("aud", "iss"))).isSameAs(NAMES);
    assertThat(NAMES.with(List.of("iss", "x".repeat(65)))).isSameAs(NAMES);
    assertThat(NAMES.with(List.of("iss", "exp")).after("exp", 0)).isPositive();
    assertThat(NAMES.at(3)).isNull();
  }
}
