package dev.vouchgate.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {
  private static final int MAX_LENGTH = 16_384;
  private static final String COMPACT = Tokens.valid().compact();

  @Test
  void takesATokenApart() throws Exception {
    CompactJws jws = CompactJws.parse(Tokens.valid().payload("any bytes").compact(), MAX_LENGTH);

    assertThat(jws.header().signatureAlgorithm()).contains(JwsAlgorithm.RS256);
    assertThat(jws.header().keyId()).contains("rsa");
    assertThat(jws.payload()).isEqualTo("any bytes".getBytes(UTF_8));
  }

  @ParameterizedTest(name = "part {0}")
  @ValueSource(ints = {0, 1, 2})
  void holdsTheSignatureAgainstTheBytesThatWereSent(int part) throws Exception {
    byte[] changed = Tokens.part(COMPACT, part);
    changed[changed.length - 3] ^= 1;

    assertThat(isSigned(COMPACT)).isTrue();
    // Still JSON: "rsa" becomes "rs`", the last digit of exp another.
    assertThat(isSigned(Tokens.withPart(COMPACT, part, Tokens.base64Url(changed)))).isFalse();
  }

  @Test
  void readsAsManyCharactersAsAllowedAndNotOneMore() throws Exception {
    assertThat(CompactJws.parse(COMPACT, COMPACT.length())).isNotNull();

    assertMalformed(
        COMPACT, COMPACT.length() - 1, "the token has over " + (COMPACT.length() - 1) + " char");
  }

  @Test
  void asksForTheLengthBeforeItLooksAtAnything() {
    assertMalformed("=".repeat(MAX_LENGTH + 1), MAX_LENGTH, "the token has over 16384 characters");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "a", ".", "e30.e30", "e30.e30.e30.e30", "....", "e30.e30.e30.", "{}"})
  void refusesAnyOtherNumberOfPartsThanThree(String compact) {
    assertMalformed(compact, MAX_LENGTH, "a signed token has exactly three parts");
  }

  @Test
  void refusesTheJsonSerialization() {
    assertMalformed(
        "{\"protected\":\"e30\",\"payload\":\"e30\",\"signature\":\"e30\"}",
        MAX_LENGTH,
        "three parts");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "=, padding",
    "==, more padding",
    "+, the other alphabet",
    "/, the other alphabet",
    "~, no base64",
    "' ', a space",
    "'\n', a line feed",
    "'\r\n', a line break",
    "'\u0000', a NUL",
    "\u00e9, Latin-1",
    "\u0141, beyond Latin-1",
  })
  void refusesACharacterOutsideTheAlphabetInEveryPart(String character, String what) {
    for (int part = 0; part < 3; part++) {
      String text = Tokens.encodedPart(COMPACT, part);
      String inner = text.substring(0, 4) + character + text.substring(4);
      for (String changed : new String[] {text + character, character + text, inner}) {
        assertMalformed(Tokens.withPart(COMPACT, part, changed), MAX_LENGTH, "a part of the token");
      }
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "😀..",
        "😀😀😀😀..",
        ".😀😀😀😀.",
        "..😀😀😀😀",
        "e30😀😀.😀😀.😀😀",
        "\uD83D..",
        "\uDE00.."
      })
  void refusesSurrogatesThatMakeBytesFewerThanCharacters(String compact) {
    assertMalformed(compact, MAX_LENGTH, "token");
  }

  @ParameterizedTest(name = "part {0}")
  @ValueSource(ints = {0, 1, 2})
  void refusesASecondSpellingOfAPart(int part) {
    String compact = Tokens.valid("HS256").header("typ", "at").payload("{\"a\":10}").compact();
    String text = Tokens.encodedPart(compact, part);
    char last = text.charAt(text.length() - 1);
    assertThat(text.length() % 4).as("unused bits in the last character").isNotZero();

    String other = text.substring(0, text.length() - 1) + (char) (last + 1);
    assertThat(Tokens.part(Tokens.withPart(compact, part, other), part))
        .as("the JDK reads both alike")
        .isEqualTo(Tokens.part(compact, part));
    assertMalformed(Tokens.withPart(compact, part, other), MAX_LENGTH, "not canonical");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"", "[]", "null", "\"RS256\"", "{}", "{\"alg\":\"RS256\",\"alg\":\"RS256\"}"})
  void refusesAHeaderThatIsNone(String header) {
    assertMalformed(Tokens.valid().header(header).compact(), MAX_LENGTH, "the header");
  }

  @Test
  void leavesAnEmptyPayloadAndSignatureToThoseWhoJudgeThem() throws Exception {
    CompactJws jws = CompactJws.parse(Tokens.withPart(COMPACT, 2, ""), MAX_LENGTH);
    assertThat(
            jws.isSignedBy(
                JwsAlgorithm.RS256, TestKeys.rsa("rsa").verification(), new SignatureVerifier()))
        .isFalse();
    assertThat(CompactJws.parse(Tokens.withPart(COMPACT, 1, ""), MAX_LENGTH).payload()).isEmpty();
  }

  @Test
  void neverQuotesTheTokenInItsMessage() {
    for (String compact :
        new String[] {"s3cret", "s3cret!.e30.e30", "e30.s3cret!.", "eyJzM2NyZXQiOn0.e30."}) {
      assertThatThrownBy(() -> CompactJws.parse(compact, MAX_LENGTH))
          .isInstanceOf(MalformedTokenException.class)
          .hasMessageNotContaining("s3cret")
          .hasNoCause();
    }
  }

  private static boolean isSigned(String compact) throws MalformedTokenException {
    return CompactJws.parse(compact, MAX_LENGTH)
        .isSignedBy(
            JwsAlgorithm.RS256, TestKeys.rsa("rsa").verification(), new SignatureVerifier());
  }

  private static void assertMalformed(String compact, int maxLength, String message) {
    assertThatThrownBy(() -> CompactJws.parse(compact, maxLength))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining(message);
  }
}
