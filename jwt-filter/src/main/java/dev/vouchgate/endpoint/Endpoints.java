package dev.vouchgate.endpoint;

import dev.vouchgate.config.Gate;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;

/** Registers what the gate serves, as far as its settings want it. */
public final class Endpoints {
  private Endpoints() {}

  /**
   * Registers it with an application that is about to start.
   *
   * @param context the application
   * @param gate its gate
   * @throws IllegalStateException if the application has something of its own at the same path
   */
  public static void register(ServletContext context, Gate gate) {
    gate.tokenEndpoint()
        .ifPresent(
            served ->
                register(context, served.path(), "vouchgate.token", new TokenServlet(served)));
  }

  private static void register(ServletContext context, String path, String name, Servlet servlet) {
    ServletRegistration.Dynamic added = context.addServlet(name, servlet);
    if (added == null || !added.addMapping(path).isEmpty()) {
      throw new IllegalStateException(
          "The application has a servlet of its own at "
              + path
              + ", or named "
              + name
              + "; expected none where its settings want one of the gate's.");
    }
  }
}
