package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "plain",
        "\u0000\u007f",
        "é",
        "\u0080\u07ff",
        "\u0800\uffff",
        "日本語",
        "a😀\uDBFF\uDFFF"
      })
  void decodesEveryLengthOfSequence(String text) throws Exception {
    assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "c080,            overlong NUL in two bytes",
    "c1bf,            overlong DEL in two bytes",
    "e08080,          overlong NUL in three bytes",
    "e09fbf,          overlong U+07FF in three bytes",
    "f0808080,        overlong NUL in four bytes",
    "f08fbfbf,        overlong U+FFFF in four bytes",
    "eda080,          high surrogate",
    "edbfbf,          low surrogate",
    "eda0bdedb880,    surrogate pair (CESU-8)",
    "f4908080,        beyond U+10FFFF",
    "f888808080,      five bytes",
    "fc8480808080,    six bytes",
    "c3,              truncated after one of two",
    "e282,            truncated after two of three",
    "f09f98,          truncated after three of four",
    "80,              continuation without a beginning",
    "c328,            beginning without its continuation",
    "e228a1,          second byte no continuation",
    "fe,              FE",
    "ff,              FF",
  })
  void refusesWhatIsNotUtf8(String hex, String what) {
    for (String around : new String[] {hex, "6162" + hex, hex + "6162", "c3a9" + hex + "c3a9"}) {
      assertThatThrownBy(() -> decoded(HexFormat.of().parseHex(around)))
          .as(what)
          .isInstanceOf(CodecException.class)
          .hasMessage("text that is not valid UTF-8");
    }
  }

  @Test
  void refusesAByteOrderMarkInFront() {
    assertThatThrownBy(() -> decoded("\uFEFF{}".getBytes(UTF_8)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("byte order mark");
  }

  @Test
  void keepsThatCharacterElsewhere() throws Exception {
    assertThat(decoded("{\uFEFF".getBytes(UTF_8))).isEqualTo("{\uFEFF");
  }

  private static String decoded(byte[] bytes) throws CodecException {
    char[] chars = new char[bytes.length + 1];
    return new String(chars, 0, StrictUtf8.decode(bytes, chars));
  }
}
