package dev.vouchgate.filter;

import dev.vouchgate.config.SettingsException;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;

/**
 * What initializers do for an application's doors: give them their gate, and see that there is one
 * that asks who calls, the servlet filter, or an authentication module that the container asks.
 * Without either nobody would hold its path policies.
 */
public final class Doors {
  private static final String GUARDED = Doors.class.getName();

  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private Doors() {}

  /**
   * The gate behind the doors of an application that is about to start, for initializers: wrong
   * settings must stop the deployment.
   *
   * <p>Not by a ServletException: Open Liberty logs it and serves the application without us. Of
   * any other it logs that there was one, and not on its console: so what it says is logged here.
   *
   * @param context the application
   * @return its gate
   * @throws SettingsException if its settings are wrong
   * @throws IllegalStateException if it has no jackson-core that will do
   */
  public static BearerAuthenticator open(ServletContext context) {
    try {
      return BearerAuthenticator.of(context);
    } catch (SettingsException | IllegalStateException e) {
      LOG.log(Level.ERROR, e.getMessage());
      throw e;
    }
  }

  /**
   * Remembers that a door of an application is guarded.
   *
   * @param context the application
   */
  public static void markGuarded(ServletContext context) {
    context.setAttribute(GUARDED, true);
  }

  /**
   * Checks, when the container has called all initializers, that a door is guarded; on a thread of
   * the application's. One that has not got this library, in the same enterprise archive as one
   * that has, is left alone.
   *
   * @param context the application
   * @throws IllegalStateException if none is
   */
  public static void requireGuarded(ServletContext context) {
    if (context.getAttribute(GUARDED) == null && !isFilterInWebXml(context) && isOurs()) {
      throw new IllegalStateException(
          "Nobody asks who calls the application "
              + context.getContextPath()
              + "/: neither the servlet filter \""
              + JwtFilter.NAME
              + "\" nor an authentication module is there, because the container has called none of"
              + " this library's initializers. If web.xml has <absolute-ordering>, take it away or"
              + " add <others/> to it; otherwise let the container look for initializers in"
              + " WEB-INF/lib, or name the filter "
              + JwtFilter.class.getName()
              + " in web.xml.");
    }
  }

  // By the thread: not every listener may ask the context for its class loader.
  private static boolean isOurs() {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return loader == null || Class.forName(Doors.class.getName(), false, loader) == Doors.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** There it needs no initializer. */
  private static boolean isFilterInWebXml(ServletContext context) {
    try {
      FilterRegistration filter = context.getFilterRegistration(JwtFilter.NAME);
      return filter != null
          && (!filter.getUrlPatternMappings().isEmpty()
              || !filter.getServletNameMappings().isEmpty());
    } catch (UnsupportedOperationException e) {
      // So says the Servlet specification to listeners that code has added: who added them was
      // called, as our initializers would have been.
      return false;
    }
  }
}
