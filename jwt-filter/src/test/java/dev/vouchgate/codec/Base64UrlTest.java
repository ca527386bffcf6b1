package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'',''",
    "Zg,f",
    "Zm8,fo",
    "Zm9v,foo",
    "Zm9vYg,foob",
    "Zm9vYmE,fooba",
    "Zm9vYmFy,foobar"
  })
  void decodesTheVectorsOfRfc4648Section10(String encoded, String decoded) throws Exception {
    assertThat(Base64Url.decode(encoded)).isEqualTo(decoded.getBytes(US_ASCII));
    assertThat(Base64Url.encode(decoded.getBytes(US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void decodesWhatItEncodesAtEveryLength() throws Exception {
    Random random = new Random(4648);
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void decodesASliceAndNothingAroundIt() throws Exception {
    byte[] ascii = "!!Zm9v!!".getBytes(US_ASCII);

    assertThat(Base64Url.decode(ascii, 2, 6)).isEqualTo("foo".getBytes(US_ASCII));
    assertThat(Base64Url.decode(ascii, 2, 2)).isEmpty();
  }

  static IntStream strangers() {
    return IntStream.range(0, 256).filter(c -> ALPHABET.indexOf(c) < 0);
  }

  @ParameterizedTest(name = "character {0}")
  @MethodSource("strangers")
  void refusesEveryCharacterOutsideTheAlphabetAtEveryPlace(int stranger) {
    String good = "Zm9vYmFy";
    for (int place = 0; place < good.length(); place++) {
      StringBuilder text = new StringBuilder(good);
      text.setCharAt(place, (char) stranger);
      byte[] bytes = text.toString().getBytes(ISO_8859_1);
      assertThatThrownBy(() -> Base64Url.decode(bytes, 0, bytes.length))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining("outside the base64url alphabet");
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Zg==",
        "Zg=",
        "Zm8=",
        "Zm9v=",
        "Zm9v==",
        "=",
        "==",
        "====",
        "Zg==Zg==",
        "Z=g=", // padding
        "Zm9v\n",
        "Zm\r\n9v",
        " Zm9v",
        "Zm9v ",
        "Zm 9v",
        "Zm9v\t", // white space
        "Zm9+",
        "Zm9/",
        "Zm9v.",
        "Ｚm9v",
        "Zm9\u0141",
        "Zm9\uD83D",
        "Zm\uD83D\uDE00"
      })
  void refusesOtherSpellings(String text) {
    assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(CodecException.class);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"A", "Zm9vY", "AAAAAAAAA"})
  void refusesALengthThatNoBytesHave(String text) {
    assertThatThrownBy(() -> Base64Url.decode(text))
        .isInstanceOf(CodecException.class)
        .hasMessage("base64url of impossible length " + text.length());
  }

  @Test
  void acceptsOneSpellingOfEachLastByteAndRefusesTheOtherFifteen() {
    assertSpellings("A", 4); // one byte: 12 bits written, 4 of them unused
  }

  @Test
  void acceptsOneSpellingOfEachTwoLastBytesAndRefusesTheOtherThree() {
    assertSpellings("AA", 16); // two bytes: 18 bits written, 2 of them unused
  }

  private static void assertSpellings(String prefix, int canonical) {
    int accepted = 0;
    for (int value = 0; value < 64; value++) {
      String text = "Zm9v" + prefix + ALPHABET.charAt(value);
      if (value % (64 / canonical) == 0) {
        assertThat(decodedAndEncoded(text)).isEqualTo(text);
        accepted++;
      } else {
        assertThatThrownBy(() -> Base64Url.decode(text))
            .isInstanceOf(CodecException.class)
            .hasMessageContaining("not canonical");
      }
    }
    assertThat(accepted).isEqualTo(canonical);
  }

  private static String decodedAndEncoded(String text) {
    try {
      return Base64Url.encode(Base64Url.decode(text));
    } catch (CodecException e) {
      return e.getMessage();
    }
  }
}
