package dev.vouchgate.sample.warehouse;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left on the shelf. A session bean that guards itself, method by method; where there are
 * no session beans Java leaves the unknown annotation out, and it is a CDI bean that is guarded
 * alike.
 */
@Stateless
@Dependent
public class Warehouse {

  @Inject OrderBook book;

  /** Asked anew at each call: a session bean serves one caller after the other. */
  @Inject Instance<Principal> caller;

  /** What is left of one item: 0 for an item that is not sold here. */
  @RolesAllowed("user")
  public int left(String item) {
    return book.left(item);
  }

  /** What is left of every item. */
  @RolesAllowed("admin")
  public Map<String, Integer> inventory() {
    Map<String, Integer> left = new LinkedHashMap<>();
    OrderBook.ITEMS.forEach(item -> left.put(item, book.left(item)));
    return left;
  }

  /** The caller's name, as the bean's container knows it. */
  @RolesAllowed({"user", "admin"})
  public String caller() {
    return caller.get().getName();
  }
}
