package dev.vouchgate.mp.cdi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A generic type with one argument, as reflection would show it.
 *
 * @param getRawType the class
 * @param argument its argument
 */
record WrapperType(Class<?> getRawType, Type argument) implements ParameterizedType {

  @Override
  public Type[] getActualTypeArguments() {
    return new Type[] {argument};
  }

  @Override
  public @Nullable Type getOwnerType() {
    return null;
  }

  @Override
  public String getTypeName() {
    return getRawType.getName() + "<" + argument.getTypeName() + ">";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterizedType that
        && getRawType.equals(that.getRawType())
        && that.getOwnerType() == null
        && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
  }

  /** The same as the JDK's own has, which it may equal. */
  @Override
  public int hashCode() {
    return Arrays.hashCode(getActualTypeArguments()) ^ getRawType.hashCode();
  }

  @Override
  public String toString() {
    return getTypeName();
  }
}
