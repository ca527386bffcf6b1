package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers: exact when they fit, refused before anybody would have to write them out. */
class StrictJsonNumbersTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1",
        "123456789012345678",
        "-12345678901234567",
        "1234567890123456789",
        "9223372036854775807",
        "-9223372036854775808"
      })
  void readsAnIntegerThatFitsAsLong(String number) throws Exception {
    assertThat(value(number)).isEqualTo(Long.parseLong(number));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "1.0",
        "0.5",
        "-1.5",
        "1e3",
        "1E-3",
        "1e308",
        "1e-308",
        "0.12345678901e-307",
        "12345678901e298",
        "-0.0"
      })
  void readsAnyOtherNumberExactly(String number) throws Exception {
    assertThat(value(number)).isEqualTo(new BigDecimal(number));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "1e309",
        "10e308",
        "1e-309",
        "0.9e-308",
        "1e1000000000",
        "-1e-1000000000",
        "0e1000000000",
        "1e2147483647"
      })
  void refusesANumberBeyondTheReachOfADouble(String number) {
    assertRefused(number, "power of ten 308");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "1e-2147483648",
        "1e2147483649",
        "1e9223372036854775808",
        "1e-99999999999999999999"
      })
  void refusesAnExponentBeyondAnyType(String number) {
    assertRefused(number, "");
  }

  @Test
  void readsSixtyFourCharactersAndRefusesSixtyFive() throws Exception {
    String digits = "1234567890".repeat(7);
    assertThat(value(digits.substring(0, 64))).isEqualTo(new BigDecimal(digits.substring(0, 64)));
    assertThat(value("0." + digits.substring(0, 62)))
        .isEqualTo(new BigDecimal("0." + digits.substring(0, 62)));

    for (String number :
        List.of(
            digits.substring(0, 65),
            "-" + digits.substring(0, 64),
            "0." + "9".repeat(63),
            "-0." + "9".repeat(62),
            "0." + "9".repeat(62) + "e0",
            "0." + digits,
            digits + "e1",
            "9".repeat(100_000))) {
      assertRefused(number, "limits");
    }
  }

  private static Object value(String number) throws CodecException {
    return StrictJson.parseObject(("{\"a\":" + number + "}").getBytes(UTF_8)).get("a");
  }

  private static void assertRefused(String number, String message) {
    assertThatThrownBy(() -> value(number))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(message);
  }
}
