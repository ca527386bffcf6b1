package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The servlet request that this thread is working for, as CDI's built-in bean knows it; in an
 * asynchronous dispatch of which that bean does not know, as {@link AsyncDispatchFilter} does.
 */
final class CurrentRequest {
  private final BeanManager beans;
  private volatile @Nullable HttpServletRequest proxy;
  private volatile @Nullable DispatchedRequest dispatched;

  CurrentRequest(BeanManager beans) {
    this.beans = beans;
  }

  /** The request; empty outside of one. */
  Optional<HttpServletRequest> get() {
    HttpServletRequest known = proxy;
    if (known == null) {
      known = lookUp(HttpServletRequest.class);
      proxy = known;
    }
    return Optional.ofNullable(known).filter(CurrentRequest::isThere).or(this::ofDispatch);
  }

  private Optional<HttpServletRequest> ofDispatch() {
    DispatchedRequest known = dispatched;
    if (known == null) {
      known = lookUp(DispatchedRequest.class);
      dispatched = known;
    }
    try {
      return known == null ? Optional.empty() : known.get();
    } catch (ContextNotActiveException e) {
      return Optional.empty();
    }
  }

  private <T> @Nullable T lookUp(Class<T> type) {
    Bean<?> bean = beans.resolve(beans.getBeans(type));
    return bean != null && beans.isNormalScope(bean.getScope())
        ? type.cast(beans.getReference(bean, type, beans.createCreationalContext(bean)))
        : null;
  }

  private static boolean isThere(HttpServletRequest request) {
    try {
      return request.getServletContext() != null;
    } catch (ContextNotActiveException | IllegalStateException e) {
      // How the proxy says that there is no request.
      return false;
    }
  }
}
