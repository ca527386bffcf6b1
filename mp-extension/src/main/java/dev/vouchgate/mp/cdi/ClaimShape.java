package dev.vouchgate.mp.cdi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.eclipse.microprofile.jwt.ClaimValue;

/** What may be wrapped around a claim's type at an injection point. */
enum ClaimShape {
  /** {@code T}. */
  VALUE(false, false),
  /** {@code Optional<T>}. */
  OPTIONAL(false, true),
  /** {@code ClaimValue<T>}. */
  CLAIM_VALUE(true, false),
  /** {@code ClaimValue<Optional<T>>}. */
  CLAIM_VALUE_OF_OPTIONAL(true, true);

  private final boolean live;
  private final boolean optional;

  ClaimShape(boolean live, boolean optional) {
    this.live = live;
    this.optional = optional;
  }

  /** The shape of a type. */
  static ClaimShape of(Type type) {
    if (isOf(ClaimValue.class, type)) {
      return isOf(Optional.class, argument(type)) ? CLAIM_VALUE_OF_OPTIONAL : CLAIM_VALUE;
    }
    return isOf(Optional.class, type) ? OPTIONAL : VALUE;
  }

  /** The type in this shape. */
  Type wrap(Type type) {
    Type inner = optional ? new WrapperType(Optional.class, type) : type;
    return live ? new WrapperType(ClaimValue.class, inner) : inner;
  }

  /** The type that is left without this shape. */
  Type unwrap(Type type) {
    Type inner = live ? argument(type) : type;
    return optional ? argument(inner) : inner;
  }

  /** Whether it asks for the claim anew at each use. */
  boolean isLive() {
    return live;
  }

  /** Whether an absent claim is an empty Optional. */
  boolean isOptional() {
    return optional;
  }

  private static boolean isOf(Class<?> wrapper, Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == wrapper;
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
