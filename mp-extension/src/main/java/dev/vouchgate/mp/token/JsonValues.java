package dev.vouchgate.mp.token;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as JSON-P values. */
public final class JsonValues {
  // Looking the provider up walks the class path; it stays the same for an application.
  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonValues() {}

  /**
   * A value as JSON.
   *
   * @param value a String, Boolean, Long, BigDecimal, Collection, Map with names for keys, a
   *     JsonValue (which stays as it is), or null
   * @return the same in JSON-P
   * @throws IllegalArgumentException if it is anything else
   */
  public static JsonValue of(@Nullable Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof String text) {
      return JSON.createValue(text);
    }
    if (value instanceof Boolean bit) {
      return bit ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Long number) {
      return JSON.createValue(number);
    }
    if (value instanceof BigDecimal number) {
      return JSON.createValue(number);
    }
    if (value instanceof Collection<?> items) {
      return array(items);
    }
    if (value instanceof Map<?, ?> members) {
      return object(members);
    }
    throw new IllegalArgumentException(value.getClass() + " has no counterpart in JSON");
  }

  private static JsonValue array(Collection<?> items) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    items.forEach(item -> array.add(of(item)));
    return array.build();
  }

  private static JsonValue object(Map<?, ?> members) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    members.forEach((name, value) -> object.add(String.valueOf(name), of(value)));
    return object.build();
  }
}
