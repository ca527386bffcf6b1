package dev.vouchgate.it.dispatch;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts, for each request with the header {@code Call}, how often the gate has left an outcome in
 * it.
 */
@WebListener
public class Verifications implements ServletRequestAttributeListener {
  static final String HEADER = "Call";

  private static final String OUTCOME = "dev.vouchgate.filter.BearerAuthenticator.outcome";

  /** How often, for the request of that name; null if never. */
  static Object of(ServletContext application, String call) {
    return application.getAttribute(OUTCOME + "." + call);
  }

  @Override
  public void attributeAdded(ServletRequestAttributeEvent event) {
    count(event);
  }

  @Override
  public void attributeReplaced(ServletRequestAttributeEvent event) {
    count(event);
  }

  private static void count(ServletRequestAttributeEvent event) {
    String call =
        event.getServletRequest() instanceof HttpServletRequest request
            ? request.getHeader(HEADER)
            : null;
    if (call != null && event.getName().equals(OUTCOME)) {
      int before = of(event.getServletContext(), call) instanceof Integer count ? count : 0;
      event.getServletContext().setAttribute(OUTCOME + "." + call, before + 1);
    }
  }
}
