package dev.vouchgate.it.login;

import dev.vouchgate.it.app.Witness;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the method of the request that its path names, and says who calls before and after. */
@WebServlet("/do/*")
public class LoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String LAST = LoginServlet.class.getName();

  @Inject transient Witness witness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getPathInfo()) {
      case "/authenticate" -> authenticate(request, response);
      case "/logout" -> logout(request, response);
      case "/logout-and-forward" -> {
        request.logout();
        request.getRequestDispatcher("/who").forward(request, response);
      }
      case "/login" -> login(request, response);
      case "/last" -> response.getWriter().print(getServletContext().getAttribute(LAST));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void authenticate(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String before = witness.of(request);
    boolean proven = request.authenticate(response);
    String told = before + " " + proven + " " + witness.of(request);
    // Whoever is refused has the answer already: it is asked for later.
    getServletContext().setAttribute(LAST, told);
    if (proven) {
      response.getWriter().print(told);
    }
  }

  private void logout(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String before = witness.of(request);
    request.logout();
    response
        .getWriter()
        .print(
            before
                + " "
                + witness.of(request)
                + " "
                + request.getRemoteUser()
                + " "
                + request.getAuthType());
  }

  private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String outcome;
    try {
      request.login("alice", "guessed");
      outcome = "accepted";
    } catch (ServletException e) {
      outcome = "refused";
    }
    response.getWriter().print(outcome + " " + witness.of(request));
  }
}
