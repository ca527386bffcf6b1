package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.mp.token.JsonValues;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimConverterTest {
  private static final Type STRINGS = new WrapperType(Set.class, String.class);

  static Stream<Arguments> conversions() {
    return Stream.of(
        Arguments.of(5L, String.class, "5"),
        Arguments.of(true, String.class, "true"),
        Arguments.of(JsonValues.of(List.of("a")), String.class, "[\"a\"]"),
        Arguments.of(JsonValues.of(Map.of("a", 1L)), String.class, "{\"a\":1}"),
        Arguments.of(Set.of("a"), String.class, null),
        Arguments.of("5", Long.class, null),
        Arguments.of(JsonValues.of(5L), Long.class, 5L),
        Arguments.of(JsonValues.of(new BigDecimal("5.0")), Long.class, 5L),
        Arguments.of(JsonValues.of(new BigDecimal("5.5")), Long.class, null),
        Arguments.of(JsonValues.of(new BigDecimal("1e30")), Long.class, null),
        Arguments.of(Long.MIN_VALUE, Long.class, Long.MIN_VALUE),
        Arguments.of(Long.MAX_VALUE, Integer.class, null),
        Arguments.of(-7L, Integer.class, -7),
        Arguments.of(5L, Double.class, 5.0),
        Arguments.of("true", Boolean.class, null),
        Arguments.of("a", STRINGS, Set.of("a")),
        Arguments.of(JsonValues.of(List.of("a", "b")), STRINGS, Set.of("a", "b")),
        Arguments.of(JsonValues.of(List.of("a", 1L)), STRINGS, null),
        Arguments.of(5L, STRINGS, null));
  }

  @ParameterizedTest(name = "{0} as {1} is {2}")
  @MethodSource("conversions")
  void convertsWithoutLossOrNotAtAll(Object claim, Type type, Object expected) {
    Object converted =
        ClaimType.of(type).flatMap(t -> t.convert(claim).map(Object.class::cast)).orElse(null);

    assertThat(converted).isEqualTo(expected);
  }
}
