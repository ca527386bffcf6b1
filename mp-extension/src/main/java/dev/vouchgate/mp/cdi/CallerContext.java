package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Always active, and keeps nothing of anybody: its beans ask who calls whenever they are used. */
final class CallerContext implements Context {

  @Override
  public Class<? extends Annotation> getScope() {
    return CallerScoped.class;
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
    return creation == null ? null : bean.create(creation);
  }

  @Override
  public <T> @Nullable T get(Contextual<T> bean) {
    return null;
  }

  @Override
  public boolean isActive() {
    return true;
  }
}
