package dev.vouchgate.it.dispatch;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says how often the gate was asked about an earlier request. */
@WebServlet("/verifications")
public class VerificationsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String call = request.getParameter("call");
    response.getWriter().print(Verifications.of(getServletContext(), call));
  }
}
