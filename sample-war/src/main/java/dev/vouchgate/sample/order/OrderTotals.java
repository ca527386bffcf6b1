package dev.vouchgate.sample.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many of each item were ordered. A plain CDI bean that guards itself: whoever asks it, a REST
 * resource or a servlet, needs no guard of its own.
 */
@ApplicationScoped
@RolesAllowed("admin")
public class OrderTotals {

  @Inject OrderBook book;

  /** Quantity by item, in the order of {@link OrderBook#ITEMS}. */
  public Map<String, Integer> byItem() {
    Map<String, Integer> totals = new LinkedHashMap<>();
    OrderBook.ITEMS.forEach(item -> totals.put(item, book.ordered(item)));
    return totals;
  }
}
