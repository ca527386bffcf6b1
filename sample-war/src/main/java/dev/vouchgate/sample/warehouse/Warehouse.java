package dev.vouchgate.sample.warehouse;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is left on the shelf. A session bean that guards itself, method by method. */
@Stateless
public class Warehouse {

  @Inject OrderBook book;

  @Resource
  @SuppressWarnings("NullAway.Init") // set by the container
  SessionContext session;

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

  /** The caller's name, as the EJB container knows it. */
  @RolesAllowed({"user", "admin"})
  public String caller() {
    return session.getCallerPrincipal().getName();
  }
}
