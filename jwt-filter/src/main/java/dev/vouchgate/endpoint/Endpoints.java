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
   * @return the paths at which everybody is to be let in: to what is published, and to the token
   *     endpoint, which finds out itself who asks
   * @throws IllegalStateException if the application has something of its own at the same path
   */
  public static Set<String> register(ServletContext context, Gate gate) {
    Set<String> open = new HashSet<>();
    gate.tokenEndpoint()
        .ifPresent(
            served -> {
              register(context, served.path(), "vouchgate.token", new TokenServlet(served));
              open.add(served.path());
            });
    PublishedDocument.all(gate)
        .forEach(
            (path, document) -> {
              if (add(context, path, "vouchgate" + path, document)) {
                open.add(path);
              } else {
                LOG.log(
                    Level.WARNING, "The application serves {0} itself; ours is not there", path);
              }
            });
    return open;
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
