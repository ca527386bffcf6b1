package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;

/** What a place in the application says with {@code @Claim}, and whether it makes sense. */
final class ClaimInjectionPoint {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final Set<Class<? extends Annotation>> SHORT_SCOPES =
      Set.of(RequestScoped.class, Dependent.class);

  private ClaimInjectionPoint() {}

  /**
   * The name of the claim.
   *
   * @throws DefinitionException if there is no name, or two
   */
  static String name(InjectionPoint point) {
    Claim claim =
        claim(point)
            .orElseThrow(() -> wrong(point, "has no @Claim: the claim's name is not known"));
    String standard = claim.standard() == Claims.UNKNOWN ? "" : claim.standard().name();
    if (claim.value().isEmpty() && standard.isEmpty()) {
      throw wrong(point, "names no claim: give @Claim a value, or standard");
    }
    if (!claim.value().isEmpty() && !standard.isEmpty() && !claim.value().equals(standard)) {
      throw wrong(
          point, "names two claims: value is \"" + claim.value() + "\", standard is " + standard);
    }
    return claim.value().isEmpty() ? standard : claim.value();
  }

  /**
   * Checks a place, if it has {@code @Claim}; warns where it would keep one caller's claim for all.
   *
   * @throws DefinitionException if it does not make sense
   */
  static void check(InjectionPoint point, BeanManager beans) {
    if (claim(point).isEmpty()) {
      return;
    }
    String name = name(point);
    boolean lazy = isLazy(point.getType());
    Type asked = lazy ? argument(point.getType()) : point.getType();
    ClaimShape shape = ClaimShape.of(asked);
    if (!isSupported(asked, shape)) {
      throw wrong(
          point,
          "cannot be of type "
              + point.getType().getTypeName()
              + ": a claim is a String, Long, Integer, Double, Boolean, Set<String> or JSON-P value,"
              + " or one of them in an Optional, ClaimValue, Provider or Instance");
    }
    Bean<?> bean = point.getBean();
    if (bean != null && !lazy) {
      checkScope(point, name, bean.getScope(), asked == ClaimValue.class || shape.isLive(), beans);
    }
  }

  private static void checkScope(
      InjectionPoint point,
      String name,
      Class<? extends Annotation> scope,
      boolean live,
      BeanManager beans) {
    if (beans.isScope(scope) && beans.isPassivatingScope(scope)) {
      throw wrong(
          point,
          "is in a @"
              + scope.getSimpleName()
              + " bean, which is kept for later: ask for Instance or Provider of the claim");
    }
    if (!live && !SHORT_SCOPES.contains(scope)) {
      LOG.log(
          Level.WARNING,
          "{0} is in a @{1} bean and keeps the claim {2} of its first caller for all later ones:"
              + " ask for ClaimValue, Provider or Instance of it.",
          describe(point),
          scope.getSimpleName(),
          name);
    }
  }

  /** The plain ClaimValue takes the claim as it comes. */
  private static boolean isSupported(Type asked, ClaimShape shape) {
    return asked == ClaimValue.class
        || (shape == ClaimShape.CLAIM_VALUE && shape.unwrap(asked) == Object.class)
        || ClaimType.of(shape.unwrap(asked)).isPresent();
  }

  private static Optional<Claim> claim(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(Claim.class::isInstance)
        .map(Claim.class::cast)
        .findFirst();
  }

  private static boolean isLazy(Type type) {
    return type instanceof ParameterizedType generic
        && (generic.getRawType() == Instance.class || generic.getRawType() == Provider.class);
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static DefinitionException wrong(InjectionPoint point, String problem) {
    return new DefinitionException(describe(point) + " " + problem + ".");
  }

  private static String describe(InjectionPoint point) {
    Member member = point.getMember();
    String place =
        member == null
            ? "A look-up"
            : member.getDeclaringClass().getName() + "." + member.getName();
    return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
        ? "Parameter " + (parameter.getPosition() + 1) + " of " + place
        : place;
  }
}
