package dev.vouchgate.mp.cdi;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request, as an injection point, for the injection point that a dependent object is being made
 * for. Beans without fields of their own have no other way to ask.
 */
enum InjectionPointRequest implements InjectionPoint {
  /** The only one. */
  INSTANCE;

  @Override
  public Type getType() {
    return InjectionPoint.class;
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(Default.Literal.INSTANCE);
  }

  @Override
  public @Nullable Bean<?> getBean() {
    return null;
  }

  @Override
  public @Nullable Member getMember() {
    return null;
  }

  @Override
  public @Nullable Annotated getAnnotated() {
    return null;
  }

  @Override
  public boolean isDelegate() {
    return false;
  }

  @Override
  public boolean isTransient() {
    return false;
  }
}
