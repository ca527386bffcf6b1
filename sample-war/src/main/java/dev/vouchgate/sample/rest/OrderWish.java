package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderRefusedException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What a customer would like, as a request's body says it.
 *
 * @param item what to order
 * @param quantity how many of it
 */
record OrderWish(String item, int quantity) {

  /**
   * Reads {@code {"item": "tea", "quantity": 2}}.
   *
   * @throws OrderRefusedException if the body is anything else
   */
  static OrderWish read(Reader body) {
    try (JsonReader reader = Json.createReader(body)) {
      JsonObject wish = reader.readObject();
      if (wish.get("item") instanceof JsonString item
          && wish.get("quantity") instanceof JsonNumber quantity) {
        return new OrderWish(item.getString(), quantity.intValueExact());
      }
    } catch (JsonException | ArithmeticException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  private static OrderRefusedException refused(@Nullable Exception cause) {
    return new OrderRefusedException(
        "the body must be a JSON object: {\"item\": \"tea\", \"quantity\": 2}", cause);
  }
}
