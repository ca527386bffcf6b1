package dev.vouchgate.sample.web;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The caller's own orders as a receipt to print. */
@WebServlet("/receipt")
@ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
public class ReceiptServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient OrderBook book;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String caller = request.getUserPrincipal().getName();
    OrderText.write(response, "Receipt for " + caller, book.of(caller));
  }
}
