package dev.vouchgate.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link StrictJson} reads: one JSON object (RFC 8259). */
public final class JsonWriter {
  private JsonWriter() {}

  /**
   * Writes an object.
   *
   * @param members in the order in which they are to be written; values are strings, booleans,
   *     integers, {@link BigDecimal}s, null, and collections and maps of these
   * @return the object in UTF-8, without space
   * @throws IllegalArgumentException if a value is of another type
   */
  public static byte[] object(Map<String, ? extends @Nullable Object> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = StrictJson.FACTORY.createGenerator(bytes)) {
      write(generator, members);
    } catch (IOException e) {
      throw new IllegalArgumentException("JSON cannot say this", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Long || value instanceof Integer) {
      generator.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else if (value instanceof Map<?, ?> object) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        generator.writeFieldName(String.valueOf(member.getKey()));
        write(generator, member.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof Collection<?> array) {
      generator.writeStartArray();
      for (Object element : array) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else {
      throw new IllegalArgumentException(
          "JSON has no "
              + value.getClass().getName()
              + "; expected a string, boolean, integer, BigDecimal, null, collection or map");
    }
  }
}
