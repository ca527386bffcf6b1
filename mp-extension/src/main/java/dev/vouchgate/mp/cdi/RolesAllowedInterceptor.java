package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.access.AccessRule;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers out of a bean's methods that are not for them; before transactions and whatever the
 * application puts around its methods.
 */
@Interceptor
@Guarded
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
public class RolesAllowedInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Not kept when the bean is passivated. */
  @Inject private transient @Nullable MpJwtExtension extension;

  /** Creates the interceptor; the container does. */
  public RolesAllowedInterceptor() {}

  /**
   * Goes on only if the caller may.
   *
   * @throws dev.vouchgate.filter.AccessRefusedException if not
   */
  @AroundInvoke
  @Nullable Object check(InvocationContext invocation) throws Exception {
    MpJwtExtension application = application();
    AccessRule rule =
        application
            .guarded()
            .rule(invocation.getTarget().getClass(), invocation.getMethod())
            .orElseThrow(
                () -> new SecurityException("no rule is known for " + invocation.getMethod()));
    application.caller().check(rule);
    return invocation.proceed();
  }

  private MpJwtExtension application() {
    MpJwtExtension known = extension;
    return known == null ? CDI.current().select(MpJwtExtension.class).get() : known;
  }
}
