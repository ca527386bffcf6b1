package dev.vouchgate.filter.tomcat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says who calls: {@code name|remoteUser|authType|role=...}, for each role that is asked about. */
final class CallerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(caller(request));
  }

  static String caller(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    StringBuilder caller = new StringBuilder();
    caller.append(principal == null ? "nobody" : principal.getName());
    caller.append('|').append(request.getRemoteUser());
    caller.append('|').append(request.getAuthType());
    for (String role : new String[] {"user", "admin", "*", "**", ""}) {
      caller.append('|').append(role).append('=').append(request.isUserInRole(role));
    }
    return caller.toString();
  }
}
