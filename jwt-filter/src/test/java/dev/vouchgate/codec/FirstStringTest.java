package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One member of a document, looked for before the whole of it is read. */
class FirstStringTest {

  @Test
  void isFoundWhereverItStands() throws Exception {
    assertThat(firstString(Json.utf8("{'iss':'a','x':1}"))).contains("a");
    assertThat(firstString(Json.utf8("{'x':1,'iss':'\\u0061'}"))).contains("a");
  }

  @Test
  void isNotFoundInsideAnother() throws Exception {
    assertThat(firstString(Json.utf8("{'o':{'iss':'b'},'l':['iss'],'iss':'a'}"))).contains("a");
    assertThat(firstString(Json.utf8("{'o':{'iss':'b'},'x':'iss'}"))).isEmpty();
  }

  @Test
  void isTheFirstOfSeveralWhichParsingRefuses() throws Exception {
    byte[] twice = Json.utf8("{'iss':'a','iss':'b'}");

    assertThat(firstString(twice)).contains("a");
    assertThatThrownBy(() -> StrictJson.parseObject(twice)).isInstanceOf(CodecException.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "null", "true", "['a']", "{'iss':'a'}"})
  void isNoneIfItsValueIsNoString(String value) throws Exception {
    assertThat(firstString(Json.utf8("{'iss':" + value + "}"))).isEmpty();
  }

  @ParameterizedTest(name = "root {0}")
  @ValueSource(strings = {"[]", "['iss','a']", "'iss'", "1", ""})
  void isLookedForInObjectsOnly(String root) {
    assertThatThrownBy(() -> firstString(Json.utf8(root)))
        .isInstanceOf(CodecException.class)
        .hasMessage("JSON whose root is not an object");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{'iss':'\\u0000'}", "{'iss':'\\ud800'}", "{'iss'", "{,'iss':'a'}"})
  void isStrictAsFarAsItReads(String broken) {
    assertThatThrownBy(() -> firstString(Json.utf8(broken))).isInstanceOf(CodecException.class);
  }

  private static Optional<String> firstString(byte[] json) throws CodecException {
    try (DecodedText text = DecodedText.of(json)) {
      return StrictJson.firstString(text, "iss");
    }
  }
}
