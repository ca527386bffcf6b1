package dev.vouchgate.endpoint;

import dev.vouchgate.config.Gate;
import dev.vouchgate.login.PasswordCheck;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Registers what the gate serves, as far as its settings want it. */
public final class Endpoints {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private Endpoints() {}

  /**
   * Registers it with an application that is about to start.
   *
   * @param context the application
   * @param gate its gate
   * @param loader finds those who know people by their passwords
   * @param isCrossSite whether a page of another origin made a request, which says so by a cookie
   * @return the paths at which everybody is to be let in: to what is published, and to the token
   *     endpoint and the login, which find out themselves who asks
   * @throws IllegalStateException if the application has something of its own at the same path, or
   *     people are to log in whom nobody knows
   */
  public static Set<String> register(
      ServletContext context,
      Gate gate,
      Supplier<ClassLoader> loader,
      Predicate<HttpServletRequest> isCrossSite) {
    Set<String> open = new HashSet<>();
    gate.tokenEndpoint()
        .ifPresent(
            served -> {
              register(context, "vouchgate.token", new TokenServlet(served), served.path());
              open.add(served.path());
            });
    gate.logins()
        .ifPresent(
            served -> {
              List<String> paths =
                  List.of(served.path(), served.refreshPath(), served.logoutPath());
              register(
                  context,
                  "vouchgate.login",
                  new LoginServlet(served, passwords(loader.get()), isCrossSite),
                  paths.toArray(String[]::new));
              open.addAll(paths);
            });
    PublishedDocument.all(gate)
        .forEach(
            (path, document) -> {
              if (add(context, "vouchgate" + path, document, path)) {
                open.add(path);
              } else {
                LOG.log(
                    Level.WARNING, "The application serves {0} itself; ours is not there", path);
              }
            });
    return open;
  }

  private static List<PasswordCheck> passwords(ClassLoader loader) {
    List<PasswordCheck> available =
        ServiceLoader.load(PasswordCheck.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .filter(PasswordCheck::isAvailable)
            .toList();
    if (available.isEmpty()) {
      throw refused(
          "vouchgate.login.path is set, and nobody here knows a password; expected mp-extension in a"
              + " container that has Jakarta Security, or a service "
              + PasswordCheck.class.getName()
              + " of the application");
    }
    return available;
  }

  private static void register(
      ServletContext context, String name, Servlet servlet, String... paths) {
    if (!add(context, name, servlet, paths)) {
      throw refused(
          "The application has a servlet of its own at "
              + String.join(" or ", paths)
              + ", or named "
              + name
              + "; expected none where its settings want one of the gate's.");
    }
  }

  /** Logged, for not every container tells what an initializer threw. */
  private static IllegalStateException refused(String problem) {
    LOG.log(Level.ERROR, problem);
    return new IllegalStateException(problem);
  }

  private static boolean add(
      ServletContext context, String name, Servlet servlet, String... paths) {
    ServletRegistration.Dynamic added = context.addServlet(name, servlet);
    return added != null && added.addMapping(paths).isEmpty();
  }
}
