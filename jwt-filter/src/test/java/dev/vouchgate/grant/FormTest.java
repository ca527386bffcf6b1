package dev.vouchgate.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @ParameterizedTest
  @CsvSource({
    "b%C3%BCro, b\u00fcro",
    "%E2%82%AC, \u20ac",
    "%e2%82%ac, \u20ac",
    "a+b%2Bc, a b+c",
    "%0A%A0x, ",
    "%30%09%39, 0\t9",
    "a%3Db%26c, a=b&c",
    "a=b, a=b",
    "%7E~, ~~"
  })
  void decodesUtf8(String encoded, String text) throws Exception {
    if (text == null) {
      assertThat(refusal("a=" + encoded)).isEqualTo(TokenError.INVALID_REQUEST);
    } else {
      assertThat(form("a=" + encoded).parameter("a")).contains(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%4g", "%g4", "%\u00e9", "%4\u00e9", "%-1", "%FF", "%C3"})
  void refusesWhatIsNotEncoded(String value) {
    assertThat(refusal("a=" + value)).isEqualTo(TokenError.INVALID_REQUEST);
    assertThat(refusal(value + "=a")).isEqualTo(TokenError.INVALID_REQUEST);
  }

  @Test
  void hasParametersThatHaveAValue() throws Exception {
    assertThat(form("a=1&b=&c&&=2&d=%33").parameters())
        .containsOnlyKeys("a", "", "d")
        .containsEntry("", "2")
        .containsEntry("d", "3");
    assertThat(form("").parameters()).isEmpty();
  }

  @Test
  void refusesAParameterThatComesTwiceThoughOneHasNoValue() {
    assertThat(refusal("a=1&a=2")).isEqualTo(TokenError.INVALID_REQUEST);
    assertThat(refusal("a=1&a")).isEqualTo(TokenError.INVALID_REQUEST);
    assertThat(refusal("a=1&%61=1")).isEqualTo(TokenError.INVALID_REQUEST);
  }

  @Test
  void takesNoMoreThan64Parameters() throws Exception {
    StringBuilder most = new StringBuilder("p0=x");
    for (int i = 1; i < 64; i++) {
      most.append("&p").append(i).append("=x");
    }
    assertThat(form(most.toString()).parameters()).hasSize(64);
    assertThat(refusal(most + "&p64=x")).isEqualTo(TokenError.INVALID_REQUEST);
  }

  @Test
  void takesNothingElseThanWhatIsRead() throws Exception {
    Form form = form("a=1&b=2");

    assertThat(form.only(Set.of("a", "b", "c"))).isSameAs(form);
    assertThat(
            catchThrowableOfType(TokenRefusedException.class, () -> form.only(Set.of("a"))).error())
        .isEqualTo(TokenError.INVALID_REQUEST);
  }

  @Test
  void showsNoValue() throws Exception {
    assertThat(form("password=wombat").toString()).isEqualTo("Form[password]");
  }

  private static Form form(String text) throws TokenRefusedException {
    return Form.parse(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static TokenError refusal(String text) {
    return catchThrowableOfType(TokenRefusedException.class, () -> form(text)).error();
  }
}
