package dev.vouchgate.sample.web;

import dev.vouchgate.sample.order.Order;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Orders as the servlets show them: a title and one line for each order. */
final class OrderText {

  private OrderText() {}

  static void write(HttpServletResponse response, String title, List<Order> orders)
      throws IOException {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Order order : orders) {
      text.append(order.id()).append(' ').append(order.customer()).append(' ');
      text.append(order.quantity()).append(" x ").append(order.item()).append('\n');
    }
    response.getWriter().write(text.toString());
  }
}
