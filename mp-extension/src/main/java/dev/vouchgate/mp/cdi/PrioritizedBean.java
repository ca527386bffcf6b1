package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.enterprise.inject.spi.Prioritized;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bean that is preferred to a container's own of the same type: an alternative, enabled for the
 * whole application by its priority.
 *
 * @param <T> the type of its instances
 */
final class PrioritizedBean<T> implements Bean<T>, Prioritized, PassivationCapable {
  /** Above every built-in one's: Open Liberty's has 100. */
  private static final int PRIORITY = 10_000;

  private final Type type;
  private final Class<? extends Annotation> scope;
  private final Annotation qualifier;
  private final Function<CreationalContext<T>, @Nullable T> creation;

  /**
   * Creates a bean.
   *
   * @param type its type, besides Object
   * @param scope its scope
   * @param qualifier its qualifier, besides {@code @Any}
   * @param creation makes an instance
   */
  PrioritizedBean(
      Type type,
      Class<? extends Annotation> scope,
      Annotation qualifier,
      Function<CreationalContext<T>, @Nullable T> creation) {
    this.type = type;
    this.scope = scope;
    this.qualifier = qualifier;
    this.creation = creation;
  }

  @Override
  public @Nullable T create(CreationalContext<T> context) {
    return creation.apply(context);
  }

  @Override
  public void destroy(T instance, CreationalContext<T> context) {
    context.release();
  }

  @Override
  public Set<Type> getTypes() {
    return Set.of(Object.class, type);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(Any.Literal.INSTANCE, qualifier);
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return scope;
  }

  @Override
  public Class<?> getBeanClass() {
    return MpJwtExtension.class;
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return Set.of();
  }

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public Set<Class<? extends Annotation>> getStereotypes() {
    return Set.of();
  }

  @Override
  public boolean isAlternative() {
    return true;
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  @Override
  public String getId() {
    return "dev.vouchgate:" + qualifier.annotationType().getName() + ":" + type.getTypeName();
  }

  @Override
  public String toString() {
    return "Vouchgate's bean of " + type.getTypeName();
  }
}
