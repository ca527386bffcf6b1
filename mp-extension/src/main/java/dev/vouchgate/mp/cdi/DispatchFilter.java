package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.CurrentCaller;
import dev.vouchgate.mp.caller.CurrentRequest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells beans for which request they work, at every dispatch of it.
 *
 * <p>CDI's own request bean does not always know: Payara has none in asynchronous dispatches, and
 * Weld in Tomcat may have that of an earlier request, which is somebody else's.
 */
public final class DispatchFilter extends HttpFilter {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final long serialVersionUID = 1L;

  private transient volatile @Nullable CurrentCaller caller;

  /** Creates the filter. */
  public DispatchFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<CurrentCaller> found = caller();
    if (found.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    found.get().requested();
    CurrentRequest beans = found.get().request();
    Optional<HttpServletRequest> outer = beans.enter(request);
    try {
      chain.doFilter(request, response);
    } finally {
      beans.leave(outer);
    }
  }

  /** Found at the first request: on some servers filters are there before CDI is. */
  private Optional<CurrentCaller> caller() {
    CurrentCaller known = caller;
    if (known == null) {
      known = lookUp().orElse(null);
      caller = known;
    }
    return Optional.ofNullable(known);
  }

  private static Optional<CurrentCaller> lookUp() {
    try {
      // In an enterprise archive it may be the CDI of another module.
      return CDI.current().select(MpJwtExtension.class).stream()
          .findFirst()
          .map(MpJwtExtension::caller);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "No CDI here, whose beans could ask who calls: {0}", e.toString());
      return Optional.empty();
    }
  }
}
