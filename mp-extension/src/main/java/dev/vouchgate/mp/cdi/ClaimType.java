package dev.vouchgate.mp.cdi;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that a claim may be injected as (MicroProfile JWT 2.1, "the Set of Claim Value Types");
 * Integer and Double are ours.
 *
 * @param type the Java type; never a primitive one, for which CDI takes its wrapper
 * @param ifAbsent what a primitive is where the claim is absent
 * @param conversion from a claim as JsonWebToken gives it; empty if the claim cannot be this type
 */
record ClaimType(Type type, @Nullable Object ifAbsent, Function<Object, Optional<?>> conversion) {

  /** All of them. */
  static final List<ClaimType> ALL =
      List.of(
          new ClaimType(String.class, null, ClaimConverter::toText),
          new ClaimType(Long.class, 0L, ClaimConverter::toLong),
          new ClaimType(Integer.class, 0, ClaimConverter::toInteger),
          new ClaimType(Double.class, 0.0, ClaimConverter::toDouble),
          new ClaimType(Boolean.class, false, ClaimConverter::toBoolean),
          new ClaimType(new WrapperType(Set.class, String.class), null, ClaimConverter::toStrings),
          json(JsonString.class),
          json(JsonNumber.class),
          json(JsonArray.class),
          json(JsonObject.class),
          json(JsonValue.class));

  private static final Map<Type, Type> WRAPPERS =
      Map.of(
          long.class, Long.class,
          int.class, Integer.class,
          double.class, Double.class,
          boolean.class, Boolean.class);

  /** The claim type of a Java type, primitive or not; empty if there is none. */
  static Optional<ClaimType> of(Type type) {
    Type boxed = WRAPPERS.getOrDefault(type, type);
    return ALL.stream().filter(known -> known.type.equals(boxed)).findFirst();
  }

  /** A claim as this type; empty if it cannot be. */
  Optional<?> convert(Object claim) {
    return conversion.apply(claim);
  }

  private static <T extends JsonValue> ClaimType json(Class<T> type) {
    return new ClaimType(type, null, claim -> ClaimConverter.toJson(claim, type));
  }
}
