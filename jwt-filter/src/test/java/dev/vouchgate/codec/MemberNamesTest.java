package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are expected change nothing but who makes their strings. */
class MemberNamesTest {
  private static final MemberNames LIKELY = MemberNames.NONE.with(List.of("iss", "sub", "aud"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'iss':1,'sub':2,'aud':3}",
        "{'iss':1,'aud':3}",
        "{'aud':1,'sub':2,'iss':3}",
        "{'x':1,'iss':2,'y':3,'sub':4,'aud':5,'z':6}",
        "{'is':1,'issu':2,'su':3,'subs':4,'':5,'ISS':6}",
        "{'\\u0069ss':1,'s\\u0075b':2}",
        "{ 'iss' : {'iss':1,'sub':{'sub':[{'aud':1}]}} , 'sub' : [ 'aud' ] }",
        "{'iss':'sub','sub':'aud','aud':'iss'}"
      })
  void giveTheSameDocument(String json) throws Exception {
    Map<String, Object> members = StrictJson.parseObject(utf8(json), LIKELY);

    assertThat(members).isEqualTo(StrictJson.parseObject(utf8(json)));
    assertThat(new ArrayList<>(members.keySet()))
        .isEqualTo(new ArrayList<>(StrictJson.parseObject(utf8(json)).keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'iss':1,'iss':2}",
        "{'iss':1,'\\u0069ss':2}",
        "{'iss':1,'sub':2,'aud':3,'iss':4}",
        "{'iss'}",
        "{'iss':}",
        "{'iss':1,}",
        "{'iss':1 'sub':2}",
        "{'iss':1,'sub",
        "{'iss':1,'sub'",
        "{'iss':1,'sub':",
        "{'iss':1",
        "{'iss':1]",
        "{iss:1}",
        "{'iss':1}}",
        "{'iss':1}{'sub':2}",
        "{'sub\\u0000':1}",
        "{'\\ud800':1}"
      })
  void refuseWhatIsRefusedWithoutThem(String json) {
    assertThatThrownBy(() -> StrictJson.parseObject(utf8(json), LIKELY))
        .isInstanceOf(CodecException.class);
    assertThatThrownBy(() -> StrictJson.parseObject(utf8(json))).isInstanceOf(CodecException.class);
  }

  @Test
  void areReadWithoutANewString() throws Exception {
    String name = new String("sub".getBytes(UTF_8), UTF_8);
    MemberNames likely = MemberNames.NONE.with(List.of("x", name));

    assertThat(StrictJson.parseObject(utf8("{'x':1,'sub':2}"), likely).keySet())
        .element(1)
        .isSameAs(name);
    assertThat(StrictJson.parseObject(utf8("{'y':1,'x':1,'sub':2}"), likely).keySet())
        .as("after one that was not expected")
        .element(2)
        .isSameAs(name);
  }

  @Test
  void growOnlyByWhatIsNew() {
    assertThat(LIKELY.with(List.of("aud", "iss"))).isSameAs(LIKELY);
    assertThat(names(LIKELY.with(List.of("exp", "sub"))))
        .containsExactly("exp", "sub", "iss", "aud");
  }

  @Test
  void areSixtyFourAtMostAndNoLongerThanThat() {
    List<String> many = IntStream.range(0, 64).mapToObj(i -> "name" + i).toList();
    MemberNames full = LIKELY.with(many);

    assertThat(names(full)).isEqualTo(many);
    assertThat(full.with(List.of("new"))).isSameAs(full);
    assertThat(names(LIKELY.with(IntStream.range(0, 65).mapToObj(i -> "n" + i).toList())))
        .hasSize(64);
    assertThat(LIKELY.with(List.of("x".repeat(65)))).isSameAs(LIKELY);
    assertThat(names(LIKELY.with(List.of("x".repeat(64), "y".repeat(65))))).hasSize(4);
  }

  private static List<String> names(MemberNames names) {
    List<String> all = new ArrayList<>();
    for (int i = 0; names.at(i) != null; i++) {
      all.add(names.at(i).getValue());
    }
    return all;
  }

  private static byte[] utf8(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }
}
