package dev.vouchgate.endpoint;

import dev.vouchgate.config.Gate;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/** Registers what the gate serves, as far as its settings want it. */
public final class Endpoints {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private Endpoints() {}

  /**
   * Registers it with an application that is about to start.
   *
   * @param context the application
   * @param gate its gate
   * @return the paths of what is published, at which everybody is to be let in
   * @throws IllegalStateException if the application has something of its own at the same path
   */
  public static Set<String> register(ServletContext context, Gate gate) {
    gate.tokenEndpoint()
        .ifPresent(
            served ->
                register(context, served.path(), "vouchgate.token", new TokenServlet(served)));
    Set<String> published = new HashSet<>();
    PublishedDocument.all(gate)
        .forEach(
            (path, document) -> {
              if (add(context, path, "vouchgate" + path, document)) {
                published.add(path);
              } else {
                LOG.log(
                    Level.WARNING, "The application serves {0} itself; ours is not there", path);
              }
            });
    return published;
  }

  private static void register(ServletContext context, String path, String name, Servlet servlet) {
    if (!add(context, path, name, servlet)) {
      throw new IllegalStateException(
          "The application has a servlet of its own at "
              + path
              + ", or named "
              + name
              + "; expected none where its settings want one of the gate's.");
    }
  }

  private static boolean add(ServletContext context, String path, String name, Servlet servlet) {
    ServletRegistration.Dynamic added = context.addServlet(name, servlet);
    return added != null && added.addMapping(path).isEmpty();
  }
}
