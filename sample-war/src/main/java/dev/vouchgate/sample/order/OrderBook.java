package dev.vouchgate.sample.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Every order since the server started, in memory. The shelf holds {@value #SHELF} of each item, so
 * the book cannot grow without end.
 */
@ApplicationScoped
public class OrderBook {

  /** What the service sells. */
  public static final List<String> ITEMS = List.of("tea", "coffee", "cocoa");

  private static final int SHELF = 100;

  private final List<Order> orders = new ArrayList<>();

  /**
   * Places an order.
   *
   * @throws OrderRefusedException if the item is not sold here, or the shelf holds fewer than
   *     {@code quantity}
   */
  public synchronized Order place(String customer, String item, int quantity) {
    if (!ITEMS.contains(item)) {
      throw new OrderRefusedException("item must be one of " + String.join(", ", ITEMS));
    }
    if (quantity < 1 || quantity > left(item)) {
      throw new OrderRefusedException(
          "quantity must be at least 1 and at most what is left of " + item + ": " + left(item));
    }
    Order order = new Order(orders.size() + 1L, customer, item, quantity);
    orders.add(order);
    return order;
  }

  /** All orders, oldest first. */
  public synchronized List<Order> all() {
    return List.copyOf(orders);
  }

  /** The orders of one customer, oldest first. */
  public List<Order> of(String customer) {
    return all().stream().filter(order -> order.customer().equals(customer)).toList();
  }

  /** How many of an item were ordered. */
  public int ordered(String item) {
    return all().stream()
        .filter(order -> order.item().equals(item))
        .mapToInt(Order::quantity)
        .sum();
  }

  /** How many of an item are left on the shelf: 0 for an item that is not sold here. */
  public int left(String item) {
    return ITEMS.contains(item) ? SHELF - ordered(item) : 0;
  }
}
