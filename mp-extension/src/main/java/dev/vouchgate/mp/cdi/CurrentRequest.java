package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The servlet request that this thread is working for, as CDI's built-in bean knows it. */
final class CurrentRequest {
  private final BeanManager beans;
  private volatile @Nullable HttpServletRequest proxy;

  CurrentRequest(BeanManager beans) {
    this.beans = beans;
  }

  /** The request; empty outside of one. */
  Optional<HttpServletRequest> get() {
    HttpServletRequest known = proxy;
    if (known == null) {
      known = lookUp();
      proxy = known;
    }
    return Optional.ofNullable(known).filter(CurrentRequest::isThere);
  }

  private @Nullable HttpServletRequest lookUp() {
    Bean<?> bean = beans.resolve(beans.getBeans(HttpServletRequest.class));
    return bean != null && beans.isNormalScope(bean.getScope())
        ? (HttpServletRequest)
            beans.getReference(bean, HttpServletRequest.class, beans.createCreationalContext(bean))
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
