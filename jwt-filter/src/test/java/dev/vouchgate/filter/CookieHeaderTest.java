package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reading of each header, the same in every container. */
class CookieHeaderTest {

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "__Host-token=abc",
        "a=b; __Host-token=abc",
        "__Host-token=abc; a=b",
        "a=b;__Host-token=abc;c=d",
        "a=b; \t __Host-token=abc",
        "__Host-token=abc;",
        ";;__Host-token=abc;;",
        "__Host-token=; __Host-token=abc",
        "a; __Host-token=abc",
        "a=\"b; __Host-token=abc; c=d\"",
        "$Version=1;__Host-token=abc;$Path=/",
        "$Version=\"1\"; __Host-token=abc; $Domain=x",
      })
  void findsTheCookie(String line) {
    assertThat(values(line)).containsExactly("abc");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        ";",
        "=",
        "__Host-token",
        "__Host-token=",
        "__Host-token=; a=b",
        "__host-token=abc",
        "__HOST-TOKEN=abc",
        "__Host-token =abc",
        "=__Host-token=abc",
        "x__Host-token=abc",
        "__Host-tokens=abc",
        "a=__Host-token=abc",
        "a=b, __Host-token=abc",
        "$__Host-token=abc",
        "\"__Host-token\"=abc",
        "\u00a0__Host-token=abc",
        "\u000b__Host-token=abc",
        "%5F_Host-token=abc",
      })
  void findsNoOther(String line) {
    assertThat(values(line)).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\"abc\"|\"abc\"",
        "\"abc|\"abc",
        "abc |abc ",
        " abc| abc",
        "a=b=|a=b=",
        "abc, __Host-token=def|abc, __Host-token=def",
        "a\\;b|a\\",
        "%61bc|%61bc",
      })
  void leavesTheValueAsItIs(String sent, String found) {
    assertThat(values("__Host-token=" + sent)).containsExactly(found);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "__Host-token=abc; __Host-token=abc",
        "__Host-token=abc;a=b;__Host-token=def;__Host-token=ghi",
      })
  void findsTwoOfMore(String line) {
    assertThat(values(line)).hasSize(2);
  }

  @Test
  void readsEveryLine() {
    assertThat(values("a=b", "__Host-token=abc")).containsExactly("abc");
    assertThat(values("__Host-token=abc", "", "__Host-token=def")).containsExactly("abc", "def");
  }

  private static List<String> values(String... lines) {
    return CookieHeader.values(Collections.enumeration(Arrays.asList(lines)), "__Host-token");
  }
}
