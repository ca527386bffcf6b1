package dev.vouchgate.sample.order;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * One order.
 *
 * @param id its number, from 1
 * @param customer the name of the caller who placed it
 * @param item what was ordered
 * @param quantity how many of it
 */
public record Order(long id, String customer, String item, int quantity) {

  /** The order as a JSON object with the members id, customer, item and quantity. */
  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("customer", customer)
        .add("item", item)
        .add("quantity", quantity)
        .build();
  }
}
