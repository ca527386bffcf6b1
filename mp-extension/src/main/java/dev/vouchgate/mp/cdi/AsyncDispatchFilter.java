package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Opens CDI's request context for asynchronous dispatches where the container does not, though it
 * is to be there while any servlet serves (Jakarta CDI 4.0 §6.7.1).
 *
 * <p>Payara and GlassFish do not: beans there would neither know the caller nor could they use
 * anything request scoped.
 */
public final class AsyncDispatchFilter extends HttpFilter {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final long serialVersionUID = 1L;

  /** Creates the filter. */
  public AsyncDispatchFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Instance<Object>> found = beans();
    if (found.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Instance<Object> beans = found.get();
    Instance<RequestContextController> controllers = beans.select(RequestContextController.class);
    RequestContextController controller = controllers.get();
    boolean opened = controller.activate();
    try {
      if (opened) {
        beans.select(DispatchedRequest.class).get().set(request);
      }
      chain.doFilter(request, response);
    } finally {
      if (opened) {
        controller.deactivate();
      }
      controllers.destroy(controller);
    }
  }

  private static Optional<Instance<Object>> beans() {
    try {
      return Optional.of(CDI.current());
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "No CDI here, whose request context could be opened: {0}", e.toString());
      return Optional.empty();
    }
  }
}
