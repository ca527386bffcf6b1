package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  private final MemberNames names = with(MemberNames.NONE, "iss", "sub", "aud");

  @ParameterizedTest(name = "{0}, likely at {1}")
  @CsvSource({
    "iss, 0, 0",
    "sub, 1, 1",
    "aud, 2, 2",
    "aud, 0, 2",
    "sub, 3, 1",
    "iss, 2, 0",
    "x, 2, -1"
  })
  void areFoundWhereverTheyAreLikely(String name, int likely, int index) {
    assertThat(names.indexOf(name, likely)).isEqualTo(index);
  }

  @Test
  void stayTheSameWhereNoneIsNew() {
    assertThat(with(names, "aud", "iss")).isSameAs(names);
    assertThat(with(names, "iss", "x".repeat(65))).isSameAs(names);
    assertThat(with(names, "iss", "exp").indexOf("exp")).isEqualTo(1);
    assertThat(names.at(3)).isNull();
  }

  @Test
  void areNoMoreThanSixtyFour() {
    MemberNames many =
        with(
            MemberNames.NONE,
            IntStream.range(0, 100).mapToObj(i -> "n" + i).toArray(String[]::new));
    assertThat(many.at(63)).hasToString("n63");
    assertThat(many.at(64)).isNull();
    assertThat(with(many, "new")).isSameAs(many);
  }

  @Test
  void areNoLongerThanSixtyFourCharacters() {
    MemberNames more = with(names, "x".repeat(64), "y".repeat(65));
    assertThat(more.at(0)).hasToString("x".repeat(64));
    assertThat(more.at(1)).hasToString("iss");
  }

  @Test
  void needNotBeComparedWithADocumentThatWasReadByThem() {
    assertThat(names.with(new ExpectedMembers(names, new Object[3], 0))).isSameAs(names);
    assertThat(MemberNames.NONE.with(new ExpectedMembers(names, new Object[] {1, 2, 3}, 3)).size())
        .isEqualTo(3);
  }

  /** Those names and more, as a document has them that was seen. */
  static MemberNames with(MemberNames names, String... seen) {
    Map<String, Object> document = new LinkedHashMap<>();
    List.of(seen).forEach(name -> document.put(name, name));
    return names.with(document);
  }
}
