package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.Order;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** Orders as the REST resources show them: {@code {"caller": …, "orders": […]}}. */
final class OrderList {

  private OrderList() {}

  static JsonObject of(String caller, List<Order> orders) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    orders.forEach(order -> array.add(order.toJson()));
    return Json.createObjectBuilder().add("caller", caller).add("orders", array).build();
  }
}
