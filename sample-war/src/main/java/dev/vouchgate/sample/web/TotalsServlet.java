package dev.vouchgate.sample.web;

import dev.vouchgate.sample.order.OrderTotals;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The totals as comma-separated values. It has no guard of its own: the bean it asks decides. */
@WebServlet("/totals.csv")
public class TotalsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient OrderTotals totals;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Integer> byItem = totals.byItem();
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    StringBuilder csv = new StringBuilder("item,quantity\r\n");
    byItem.forEach((item, sum) -> csv.append(item).append(',').append(sum).append("\r\n"));
    response.getWriter().write(csv.toString());
  }
}
