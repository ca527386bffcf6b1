package dev.vouchgate.it.dispatch;

import dev.vouchgate.it.app.Members;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open itself; the bean that it asks is for administrators. */
@WebServlet(urlPatterns = "/members", asyncSupported = true)
public class MembersServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Members members;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(members.forAdmins());
  }
}
