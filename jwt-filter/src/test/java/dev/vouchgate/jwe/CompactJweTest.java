package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.MalformedTokenException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJweTest {
  private static final int MAX_LENGTH = 16_384;

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "😀....",
        "😀😀😀😀....",
        ".😀😀😀😀...",
        "..😀😀😀😀..",
        "...😀😀😀😀.",
        "....😀😀😀😀"
      })
  void refusesSurrogatesThatMakeBytesFewerThanCharacters(String compact) {
    assertMalformed(compact, "token");
  }

  private static void assertMalformed(String compact, String message) {
    assertThatThrownBy(() -> CompactJwe.parse(compact, MAX_LENGTH))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining(message);
  }
}
