package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void readsEveryKindOfValueInDocumentOrder() throws Exception {
    Map<String, Object> members =
        parse(
            " {\"z\":\"é\\u00e9\\n\\/\",\"a\":[1,[],{}],\"t\":true,\"f\":false,\"n\":null,\"d\":1.5}\r\n\t ");

    assertThat(members.keySet()).containsExactly("z", "a", "t", "f", "n", "d");
    assertThat(members)
        .containsEntry("z", "éé\n/")
        .containsEntry("a", List.of(1L, List.of(), Map.of()))
        .containsEntry("t", true)
        .containsEntry("f", false)
        .containsEntry("n", null)
        .containsEntry("d", new BigDecimal("1.5"));
  }

  @Test
  void givesValuesThatNobodyCanChange() throws Exception {
    Map<String, Object> members = parse("{\"a\":[1],\"o\":{\"x\":1}}");

    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(((List<?>) members.get("a"))::clear)
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(((Map<?, ?>) members.get("o"))::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0131", "\u0430", "\uff11", "\u0661", "\ud835\udfcf"})
  void refusesAHexDigitBeyondAscii(String digit) throws Exception {
    for (int place = 0; place < 4; place++) {
      String code = "0061".substring(0, place) + digit + "0061".substring(place + 1);

      assertRefused("{\"a\":\"\\u" + code + "\"}", "JSON");
      assertRefused("{\"\\u" + code + "\":1}", "JSON");
    }
    assertThat(parse("{\"a\":\"\\u0061" + digit + "\\\\u" + digit + "\\n" + digit + "\"}"))
        .containsEntry("a", "a" + digit + "\\u" + digit + "\n" + digit);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{'a':1,'a':1}",
        "{'a':1,'b':2,'a':null}",
        "{'a':1,'\\u0061':2}",
        "{'':1,'':2}",
        "{'o':{'a':1,'a':2}}",
        "{'l':[[{'x':1},{'a':[],'a':[]}]]}",
        "{'a':{'b':{'c':{'d':1,'e':2,'d':3}}}}"
      })
  void refusesADuplicateNameAtAnyDepth(String json) {
    assertRefused(json.replace('\'', '"'), "duplicate name");
  }

  @Test
  void allowsTheSameNameInTwoObjects() throws Exception {
    assertThat(parse("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}]}")).hasSize(2);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", " ", "[]", "[{}]", "1", "\"a\"", "null", "true"})
  void refusesARootThatIsNoObject(String json) {
    assertRefused(json, "root is not an object");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"{} {}", "{}[]", "{}1", "{}\"\"", "{}null"})
  void refusesASecondValueAfterTheObject(String json) {
    assertRefused(json, "data after the end");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"{\"a\":\"\\u0000\"}", "{\"a\\u0000b\":1}", "{\"a\":[\"x\\u0000\"]}"})
  void refusesAnEscapedNul(String json) {
    assertRefused(json, "NUL");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\\ud83dx\"}",
        "{\"a\":\"\\ude00\\ud83d\"}",
        "{\"a\":\"\\ud83d\\ud83d\\ude00\"}",
        "{\"\\ud83d\":1}",
        "{\"a\":[\"\\uDBFF\\n\"]}"
      })
  void refusesAnEscapedLoneSurrogate(String json) {
    assertRefused(json, "lone surrogate");
  }

  @Test
  void readsASurrogatePairEscapedOrRaw() throws Exception {
    assertThat(parse("{\"\\ud83d\\ude00\":\"😀\"}")).containsExactly(Map.entry("😀", "😀"));
  }

  @Test
  void refusesARawSurrogate() {
    byte[] json = "{\"a\":\"___\"}".getBytes(UTF_8);
    byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0xbd};
    System.arraycopy(surrogate, 0, json, 6, 3);
    assertThatThrownBy(() -> StrictJson.parseObject(json))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesOtherEncodings() {
    Charset utf32 = Charset.forName("UTF-32BE");
    for (Charset charset : List.of(UTF_16BE, UTF_16LE, utf32, Charset.forName("UTF-32LE"))) {
      assertThatThrownBy(() -> StrictJson.parseObject("{\"a\":1}".getBytes(charset)))
          .as(charset.name())
          .isInstanceOf(CodecException.class);
    }
  }

  @Test
  void readsThirtyTwoLevelsAndRefusesThirtyThree() throws Exception {
    assertThat(parse("{\"a\":".repeat(32) + "1" + "}".repeat(32))).hasSize(1);
    assertThat(parse("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}")).hasSize(1);

    assertRefused("{\"a\":".repeat(33) + "1" + "}".repeat(33), "nested deeper than 32");
    assertRefused("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}", "nested deeper than 32");
    assertRefused("{\"a\":" + "[".repeat(1_000_000), "nested deeper than 32");
  }

  @Test
  void neverQuotesTheInputInItsMessage() {
    for (String json :
        List.of("{\"a\":s3cret}", "{\"s3cret\":1,\"s3cret\":2}", "{\"s3cret\\u0000\":1}")) {
      assertThatThrownBy(() -> parse(json))
          .isInstanceOf(CodecException.class)
          .hasMessageNotContaining("s3cret")
          .hasNoCause();
    }
  }

  @Test
  void readsManyMembersWhoseNamesCollide() throws Exception {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 1024; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 10; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // both hash to 2112
      }
      json.append(i == 0 ? "\"" : ",\"").append(name).append("\":").append(i);
    }
    Map<String, Object> members = parse(json.append('}').toString());

    assertThat(members).hasSize(1024);
    assertThat(members.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
  }

  private static Map<String, Object> parse(String json) throws CodecException {
    return StrictJson.parseObject(json.getBytes(UTF_8));
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(message);
  }
}
