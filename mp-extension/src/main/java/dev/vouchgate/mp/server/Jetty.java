package dev.vouchgate.mp.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Locale;

/** What Jetty does in a way of its own with applications that have an authentication module. */
public final class Jetty {
  private static final String SERVER_INFO = "jetty/";

  private Jetty() {}

  /** Whether it is Jetty that the application runs in. */
  public static boolean runs(ServletContext context) {
    String server = context.getServerInfo();
    return server != null && server.toLowerCase(Locale.ROOT).startsWith(SERVER_INFO);
  }

  /**
   * The identifier by which Jetty looks for an application's module: without a virtual host it says
   * {@code server}, and the root has a slash.
   */
  public static String appContext(ServletContext context) {
    String host = context.getVirtualServerName();
    String path = context.getContextPath();
    return (host == null ? "server" : host) + " " + (path.isEmpty() ? "/" : path);
  }

  /**
   * Why an application does not start that Jetty has no authentication module from.
   *
   * <p>Elsewhere the servlet filter would guard alone. But Jetty hides the API unless it is told
   * otherwise, so that this is a setting forgotten, not a container without the API; and its
   * constraints would answer 403 to forged tokens and good ones alike.
   */
  public static ServletException withoutAuthentication(Throwable cause) {
    return new ServletException(
        "Jetty shows this application no Jakarta Authentication ("
            + cause
            + "), so that nobody could be let in where a constraint asks for a caller. Start Jetty"
            + " with the modules ee10-jaspi and ee10-jaspi-default-auth-config-factory (for Jakarta"
            + " EE 11: ee11-…) and, in a file in start.d, with the line"
            + " jetty.webapp.addHiddenClasses+=,-jakarta.security.auth.message.",
        cause);
  }
}
