package dev.vouchgate.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

  @Test
  void leavesPrintableAsciiAlone() {
    String text = "kid a/b:c-1_2.3 ~ !\"#%&'()*+,;<=>?@[]^`{|}";
    assertThat(LogText.of(text)).isEqualTo(text);
    assertThat(LogText.of("")).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "000a, a line feed",
    "000d, a carriage return",
    "0000, a NUL",
    "0008, a backspace",
    "0009, a tab",
    "001b, the beginning of a terminal's command",
    "007f, DEL",
    "0085, NEL",
    "009b, the eight-bit form of such a beginning",
    "00e9, a letter beyond ASCII",
    "2028, a line separator",
    "202e, a change of direction",
    "feff, a byte order mark",
    "ffff, the last one",
  })
  void escapesEveryCharacterThatIsNotPrintableAscii(String hex, String what) {
    char character = (char) Integer.parseInt(hex, 16);
    assertThat(LogText.of("a" + character + "b")).isEqualTo("a\\u" + hex + "b");
  }

  @Test
  void keepsAForgedLineInItsOwnLine() {
    assertThat(LogText.of("x\r\nINFO Token accepted: admin").lines()).hasSize(1);
  }

  @Test
  void escapesTheDollarSignSoThatNoLoggerLooksAnythingUp() {
    assertThat(LogText.of("${jndi:ldap://x}")).isEqualTo("\\u0024{jndi:ldap://x}");
  }

  @Test
  void doublesABackslashSoThatNothingLooksEscapedThatWasSentSo() {
    assertThat(LogText.of("a\\u000ab")).isEqualTo("a\\\\u000ab").isNotEqualTo(LogText.of("a\nb"));
  }

  @Test
  void escapesBothHalvesOfAPairOfSurrogates() {
    assertThat(LogText.of("😀")).isEqualTo("\\ud83d\\ude00");
  }

  @Test
  void cutsAfterThreeHundredCharacters() {
    assertThat(LogText.of("k".repeat(300))).isEqualTo("k".repeat(300));
    assertThat(LogText.of("k".repeat(301))).isEqualTo("k".repeat(300) + "...");
    assertThat(LogText.of("\n".repeat(1_000_000))).hasSize(300 * 6 + 3);
  }
}
