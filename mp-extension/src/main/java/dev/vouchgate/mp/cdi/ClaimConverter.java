package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.token.JsonValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Turns claims into the type that an injection point asks for, without loss; a claim that cannot be
 * that type counts as absent, as the caller's token is not the application's fault.
 */
final class ClaimConverter {

  private ClaimConverter() {}

  /** Text as it is; numbers, booleans and JSON structures as JSON writes them; sets not at all. */
  static Optional<String> toText(Object claim) {
    if (claim instanceof Collection<?> && !(claim instanceof JsonStructure)) {
      return Optional.empty();
    }
    JsonValue json = JsonValues.of(claim);
    return Optional.of(json instanceof JsonString text ? text.getString() : json.toString());
  }

  static Optional<Long> toLong(Object claim) {
    return number(claim).filter(ClaimConverter::isLong).map(BigDecimal::longValueExact);
  }

  static Optional<Integer> toInteger(Object claim) {
    return toLong(claim).filter(n -> n == n.intValue()).map(Long::intValue);
  }

  static Optional<Double> toDouble(Object claim) {
    return number(claim).map(BigDecimal::doubleValue);
  }

  static Optional<Boolean> toBoolean(Object claim) {
    JsonValue json = JsonValues.of(claim);
    return json == JsonValue.TRUE || json == JsonValue.FALSE
        ? Optional.of(json == JsonValue.TRUE)
        : Optional.empty();
  }

  /** A single text is a set of one. */
  static Optional<Set<String>> toStrings(Object claim) {
    JsonValue json = JsonValues.of(claim);
    if (json instanceof JsonString text) {
      return Optional.of(Set.of(text.getString()));
    }
    if (!(json instanceof JsonArray array)
        || !array.stream().allMatch(JsonString.class::isInstance)) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    array.getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
    return Optional.of(texts);
  }

  static <T extends JsonValue> Optional<T> toJson(Object claim, Class<T> type) {
    return Optional.of(JsonValues.of(claim)).filter(type::isInstance).map(type::cast);
  }

  private static Optional<BigDecimal> number(Object claim) {
    return toJson(claim, JsonNumber.class).map(JsonNumber::bigDecimalValue);
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(number.longValue())) == 0;
  }
}
