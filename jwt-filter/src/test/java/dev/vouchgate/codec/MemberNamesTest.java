package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  private final MemberNames names = MemberNames.NONE.with(List.of("iss", "sub", "aud"));

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
    assertThat(names.after(name, likely)).isEqualTo(next);
  }

  @Test
  void stayTheSameWhereNoneIsNew() {
    assertThat(names.with(List.of("aud", "iss"))).isSameAs(names);
    assertThat(names.with(List.of("iss", "x".repeat(65)))).isSameAs(names);
    assertThat(names.with(List.of("iss", "exp")).after("exp", 0)).isPositive();
    assertThat(names.at(3)).isNull();
  }

  @Test
  void areNoMoreThanSixtyFour() {
    MemberNames many =
        MemberNames.NONE.with(IntStream.range(0, 100).mapToObj(i -> "n" + i).toList());
    assertThat(many.at(63)).hasToString("n63");
    assertThat(many.at(64)).isNull();
    assertThat(many.with(List.of("new"))).isSameAs(many);
  }

  @Test
  void areNoLongerThanSixtyFourCharacters() {
    MemberNames more = names.with(List.of("x".repeat(64), "y".repeat(65)));
    assertThat(more.at(0)).hasToString("x".repeat(64));
    assertThat(more.at(1)).hasToString("iss");
  }
}
