package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.ClaimLiteral;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The beans of MicroProfile JWT: the token, and a claim in every type that it may be asked for. */
final class ClaimBeans {
  private final BeanManager beans;
  private final CurrentCaller caller;

  private ClaimBeans(BeanManager beans, CurrentCaller caller) {
    this.beans = beans;
    this.caller = caller;
  }

  /** All of them. */
  static Stream<Bean<?>> all(BeanManager beans, CurrentCaller caller) {
    ClaimBeans made = new ClaimBeans(beans, caller);
    return Stream.of(
            Stream.of(made.token(), made.plainClaimValue()),
            ClaimType.ALL.stream()
                .flatMap(type -> Stream.of(ClaimShape.values()).map(s -> made.claim(type, s))))
        .flatMap(all -> all);
  }

  private Bean<?> token() {
    return new PrioritizedBean<JsonWebToken>(
        JsonWebToken.class,
        CallerScoped.class,
        Default.Literal.INSTANCE,
        context -> new CurrentJwt(caller));
  }

  /** The caller, for a container that has no such bean. */
  static Bean<?> principal(CurrentCaller caller) {
    return new PrioritizedBean<Principal>(
        Principal.class,
        Dependent.class,
        Default.Literal.INSTANCE,
        context -> new CallerPrincipal(caller));
  }

  private Bean<?> plainClaimValue() {
    return claim(ClaimValue.class, point -> claimValue(point, claim -> claim.orElse(null)));
  }

  private Bean<?> claim(ClaimType type, ClaimShape shape) {
    return claim(shape.wrap(type.type()), point -> instance(type, shape, point));
  }

  private Bean<?> claim(Type type, Function<InjectionPoint, @Nullable Object> creation) {
    return new PrioritizedBean<Object>(
        type,
        Dependent.class,
        new ClaimLiteral(),
        context -> creation.apply(injectionPoint(context)));
  }

  private @Nullable Object instance(ClaimType type, ClaimShape shape, InjectionPoint point) {
    CurrentClaim claim =
        claimValue(
            point,
            value -> {
              Optional<?> converted = value.flatMap(type::convert);
              return shape.isOptional() ? converted : converted.orElse(null);
            });
    if (shape.isLive()) {
      return claim;
    }
    Object value = claim.getValue();
    return value == null && isPrimitive(point.getType()) ? type.ifAbsent() : value;
  }

  private CurrentClaim claimValue(
      InjectionPoint point, Function<Optional<Object>, @Nullable Object> conversion) {
    return new CurrentClaim(ClaimInjectionPoint.name(point), caller, conversion);
  }

  private static boolean isPrimitive(Type type) {
    return type instanceof Class<?> plain && plain.isPrimitive();
  }

  /** The place that a dependent object is being made for, whose {@code @Claim} has the name. */
  private InjectionPoint injectionPoint(CreationalContext<?> context) {
    Object point = beans.getInjectableReference(InjectionPointRequest.INSTANCE, context);
    if (point == null) {
      throw new IllegalStateException("A claim can be had at an injection point only.");
    }
    return (InjectionPoint) point;
  }
}
