package dev.vouchgate.sample.web;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Everybody's orders as text. No annotation guards it: the constraint is in web.xml. */
@WebServlet("/backoffice/*")
public class BackofficeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient OrderBook book;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OrderText.write(response, "Orders for " + request.getUserPrincipal().getName(), book.all());
  }
}
