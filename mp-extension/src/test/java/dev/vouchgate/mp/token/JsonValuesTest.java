package dev.vouchgate.mp.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValuesTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of("a \"b\"", "\"a \\\"b\\\"\""),
        Arguments.of(true, "true"),
        Arguments.of(false, "false"),
        Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
        Arguments.of(new BigDecimal("1.50"), "1.50"),
        Arguments.of(Arrays.asList("a", null, List.of(1L)), "[\"a\",null,[1]]"),
        Arguments.of(Map.of("a", Map.of("b", true)), "{\"a\":{\"b\":true}}"),
        Arguments.of(Collections.singletonMap("a", null), "{\"a\":null}"),
        Arguments.of(Json.createValue(1), "1"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("values")
  void writesWhatStrictJsonReads(Object value, String json) {
    assertThat(JsonValues.of(value)).hasToString(json);
  }

  @Test
  void keepsTrueAndFalseTheOnlyOnes() {
    assertThat(JsonValues.of(true)).isSameAs(JsonValue.TRUE);
    assertThat(JsonValues.of(false)).isSameAs(JsonValue.FALSE);
  }

  @Test
  void refusesWhatJsonDoesNotHave() {
    assertThatThrownBy(() -> JsonValues.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
