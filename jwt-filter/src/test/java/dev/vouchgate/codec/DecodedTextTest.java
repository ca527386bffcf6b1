package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DecodedTextTest {

  @Test
  void isReadAsOftenAsOneLikes() throws Exception {
    try (DecodedText text = DecodedText.of("{\"iss\":\"é\",\"x\":1}".getBytes(UTF_8))) {
      assertThat(StrictJson.firstString(text, "iss")).contains("é");
      assertThat(StrictJson.parseObject(text, MemberNames.NONE))
          .isEqualTo(Map.of("iss", "é", "x", 1L));
    }
  }

  @Test
  void holdsNothingOnceItIsClosed() {
    DecodedText text = DecodedText.of("{\"iss\":\"a\"}".getBytes(UTF_8));
    text.close();
    text.close();

    assertThatThrownBy(() -> StrictJson.firstString(text, "iss"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(text::bytes).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void isNotLentTwice() {
    DecodedText first = DecodedText.of(new byte[] {1});
    DecodedText second = DecodedText.of(new byte[] {2});
    first.close();
    first.close();
    DecodedText third = DecodedText.of(new byte[] {3});
    DecodedText fourth = DecodedText.of(new byte[] {4});

    assertThat(second.bytes()).containsExactly(2);
    assertThat(third.bytes()).containsExactly(3);
    assertThat(fourth.bytes()).containsExactly(4);
  }

  @Test
  void keepsEveryOctet() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    byte[] ascii = Base64Url.encode(all).getBytes(UTF_8);

    try (DecodedText text = Base64Url.text(ascii, 0, ascii.length)) {
      assertThat(text.bytes()).isEqualTo(all);
      assertThat(text.isAscii()).isFalse();
      assertThatThrownBy(text::length)
          .isInstanceOf(CodecException.class)
          .hasMessage("text that is not valid UTF-8");
    }
  }
}
