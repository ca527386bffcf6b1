package dev.vouchgate.mp.caller;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The servlet request that this thread is working for: while it is dispatched, as a filter says;
 * before that, as CDI's built-in bean knows it.
 */
public final class CurrentRequest {
  private static final String DISPATCHED = CurrentRequest.class.getName() + ".dispatched";

  private final BeanManager beans;

  /** An entry lives as long as a call of the filter, which takes it away. */
  private final Map<Thread, HttpServletRequest> dispatched = new ConcurrentHashMap<>();

  private volatile @Nullable HttpServletRequest proxy;

  public CurrentRequest(BeanManager beans) {
    this.beans = beans;
  }

  /** The request; empty outside of one. */
  public Optional<HttpServletRequest> get() {
    return Optional.ofNullable(dispatched.get(Thread.currentThread()))
        .or(() -> Optional.ofNullable(builtIn()).filter(CurrentRequest::isThere));
  }

  /**
   * Begins a dispatch on this thread.
   *
   * @return the request of the dispatch that this one interrupts, if any
   */
  public Optional<HttpServletRequest> enter(HttpServletRequest request) {
    request.setAttribute(DISPATCHED, true);
    return Optional.ofNullable(dispatched.put(Thread.currentThread(), request));
  }

  /** Ends a dispatch on this thread. */
  public void leave(Optional<HttpServletRequest> outer) {
    if (outer.isPresent()) {
      dispatched.put(Thread.currentThread(), outer.get());
    } else {
      dispatched.remove(Thread.currentThread());
    }
  }

  private @Nullable HttpServletRequest builtIn() {
    HttpServletRequest known = proxy;
    if (known == null) {
      known = lookUp();
      proxy = known;
    }
    return known;
  }

  private @Nullable HttpServletRequest lookUp() {
    Bean<?> bean = beans.resolve(beans.getBeans(HttpServletRequest.class));
    return bean != null && beans.isNormalScope(bean.getScope())
        ? (HttpServletRequest)
            beans.getReference(bean, HttpServletRequest.class, beans.createCreationalContext(bean))
        : null;
  }

  /**
   * One that has been dispatched, though not on this thread now, was left here by somebody else.
   */
  private static boolean isThere(HttpServletRequest request) {
    try {
      return request.getServletContext() != null && request.getAttribute(DISPATCHED) == null;
    } catch (ContextNotActiveException | IllegalStateException e) {
      // How the proxy says that there is no request.
      return false;
    }
  }
}
