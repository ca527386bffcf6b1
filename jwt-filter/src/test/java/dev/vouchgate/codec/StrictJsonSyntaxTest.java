package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What some parsers let pass as JSON, and RFC 8259 does not. */
class StrictJsonSyntaxTest {

  @ParameterizedTest(name = "{0} ({1})")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}x                 | text after the object
          {}}                 | one brace too many
          {}]                 | a stray bracket
          {},                 | a stray comma
          {                   | cut short
          {"a"                | cut short
          {"a":               | cut short
          {"a":1              | cut short
          {"a":1,             | cut short
          {"a":[1,            | cut short
          {"a":"x             | cut short
          {"a":"\\             | cut short
          {"a":[}             | brackets that do not match
          {]                  | brackets that do not match
          {"a":1,}            | a comma too many
          {,"a":1}            | a comma too many
          {"a":[1,]}          | a comma too many
          {"a":[,1]}          | a comma too many
          {"a":[1 2]}         | no comma
          {"a":1 "b":2}       | no comma
          {"a" 1}             | no colon
          {"a":}              | no value
          /**/{}              | a comment
          {/*c*/}             | a comment
          {"a":1/*c*/}        | a comment
          {'a':1}             | single quotes
          {"a":'b'}           | single quotes
          {a:1}               | no quotes
          {1:1}               | no quotes
          {"a":b}             | no quotes
          {"a":NaN}           | no JSON number
          {"a":Infinity}      | no JSON number
          {"a":-Infinity}     | no JSON number
          {"a":-INF}          | no JSON number
          {"a":01}            | a leading zero
          {"a":-01}           | a leading zero
          {"a":00}            | a leading zero
          {"a":+1}            | a leading plus
          {"a":.5}            | no digit before the point
          {"a":5.}            | no digit after the point
          {"a":-}             | no digit
          {"a":1e}            | no digit
          {"a":1e+}           | no digit
          {"a":0x10}          | hexadecimal
          {"a":1_0}           | an underscore
          {"a":1.2.3}         | two points
          {"a":--1}           | two signs
          {"a":1L}            | Java's own
          {"a":True}          | no JSON literal
          {"a":NULL}          | no JSON literal
          {"a":nul}           | no JSON literal
          {"a":nulls}         | no JSON literal
          {"a":undefined}     | no JSON literal
          {"a":"\\x41"}        | no JSON escape
          {"a":"\\'"}          | no JSON escape
          {"a":"\\u12"}        | no JSON escape
          {"a":"\\u12G4"}      | no JSON escape
          {"a":"\\U0041"}      | no JSON escape
          """)
  void refusesWhatRfc8259DoesNotAllow(String json, String what) {
    assertRefused(json, "not strict JSON");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"//", "// c", "#", "# c"})
  void refusesACommentToTheEndOfTheLine(String comment) {
    assertRefused("{" + comment + "\n}", "not strict JSON");
    assertRefused("{\"a\":1" + comment + "\n}", "not strict JSON");
    assertRefused("{}" + comment + "\n", "not strict JSON");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"00", "01", "08", "09", "0a", "0b", "0c", "0d", "1f"})
  void refusesARawControlCharacterInAString(String hex) {
    char control = (char) Integer.parseInt(hex, 16);
    assertRefused("{\"a\":\"" + control + "\"}", "not strict JSON");
    assertRefused("{\"a" + control + "\":1}", "not strict JSON");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"0000", "0008", "000b", "000c", "001f", "0085", "00a0", "2028", "feff"})
  void refusesOtherWhiteSpaceThanJsonHas(String hex) {
    char space = (char) Integer.parseInt(hex, 16);
    assertRefused("{}" + space, "not strict JSON");
    assertRefused("{" + space + "}", "not strict JSON");
    assertRefused(space + "{}", "");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> StrictJson.parseObject(json.getBytes(UTF_8)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(message);
  }
}
