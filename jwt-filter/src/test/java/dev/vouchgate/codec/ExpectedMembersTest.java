package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that has the names which were expected means what it means to anybody else. */
class ExpectedMembersTest {
  private final MemberNames names = MemberNamesTest.with(MemberNames.NONE, "a", "b", "c", "d");

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{'a':1,'b':2,'c':3,'d':4}",
        "{'a':1,'c':null}",
        "{'d':[1,null]}",
        "{}",
        "{'c':{'a':1},'d':'x'}"
      })
  void areAllInTheOrderThatWasExpected(String json) throws Exception {
    Map<String, Object> read = read(json);

    assertThat(read).isInstanceOf(ExpectedMembers.class);
    assertSameAsWithout(json, read);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{'b':1,'a':2}",
        "{'a':1,'new':2,'c':3}",
        "{'d':1,'a':null,'b':2,'new':3,'c':4}",
        "{'new':1}"
      })
  void areOrdinaryOnesInAnyOtherOrder(String json) throws Exception {
    Map<String, Object> read = read(json);

    assertThat(read).isNotInstanceOf(ExpectedMembers.class);
    assertSameAsWithout(json, read);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{'a':1,'a':2}",
        "{'a':null,'a':null}",
        "{'a':1,'b':2,'a':3}",
        "{'new':1,'new':2}",
        "{'b':1,'a':2,'b':3}"
      })
  void areRefusedWhereOneNameComesTwice(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(CodecException.class)
        .hasMessage("a JSON object with a duplicate name");
  }

  @Test
  void tellNullFromAbsent() throws Exception {
    Map<String, Object> read = read("{'b':null}");

    assertThat(read).hasSize(1).containsEntry("b", null);
    assertThat(read.containsKey("a")).isFalse();
    assertThat(read.get("a")).isNull();
    assertThat(read.get("new")).isNull();
    assertThat(read.get(null)).isNull();
  }

  @Test
  void cannotBeChanged() throws Exception {
    Map<String, Object> read = read("{'b':1}");
    Map.Entry<String, Object> entry = read.entrySet().iterator().next();
    Iterator<String> keys = read.keySet().iterator();
    keys.next();

    assertThatThrownBy(() -> read.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.remove("b")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> entry.setValue(2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(keys::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
    assertThat(read).containsExactly(Map.entry("b", 1L));
  }

  private static void assertSameAsWithout(String json, Map<String, Object> read) throws Exception {
    Map<String, Object> ordinary = StrictJson.parseObject(Json.utf8(json));
    assertThat(read).isEqualTo(ordinary);
    assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(ordinary.keySet()));
    assertThat(read).hasSameSizeAs(ordinary).hasToString(ordinary.toString());
  }

  private Map<String, Object> read(String json) throws CodecException {
    try (DecodedText text = DecodedText.of(Json.utf8(json))) {
      return StrictJson.parseObject(text, names);
    }
  }
}
