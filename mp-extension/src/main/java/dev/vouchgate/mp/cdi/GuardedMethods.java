package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.access.AccessRule;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The methods of CDI beans that are not for everybody, with their rules.
 *
 * <p>Enterprise beans are their container's to guard, and methods that answer REST calls the REST
 * feature's; a resource's other methods (locators of sub-resources) are guarded here.
 */
final class GuardedMethods {
  private static final Set<String> ENTERPRISE_BEANS =
      Set.of(
          "jakarta.ejb.Stateless",
          "jakarta.ejb.Stateful",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.MessageDriven");
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

  private final Map<Class<?>, Map<Method, AccessRule>> byBean = new ConcurrentHashMap<>();
  private final Set<Class<?>> enterpriseBeans = ConcurrentHashMap.newKeySet();
  private final ArchiveModules modules;

  GuardedMethods(ArchiveModules modules) {
    this.modules = modules;
  }

  /** Puts the interceptor before those methods of a class that need it. */
  <T> void bind(ProcessAnnotatedType<T> event) {
    AnnotatedType<T> type = event.getAnnotatedType();
    Class<T> bean = type.getJavaClass();
    if (modules.isAnothers(bean)) {
      modules.leave(bean);
      return;
    }
    if (type.getAnnotations().stream().anyMatch(a -> isOneOf(a, ENTERPRISE_BEANS))) {
      enterpriseBeans.add(bean);
      return;
    }
    Map<Method, AccessRule> rules =
        type.getMethods().stream()
            .map(AnnotatedMethod::getJavaMember)
            .filter(method -> isInterceptable(method) && !answersRest(type, method))
            .filter(method -> AccessRule.of(method, bean).filter(r -> !r.isOpen()).isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    method -> method, method -> AccessRule.of(method, bean).orElseThrow()));
    if (!rules.isEmpty()) {
      byBean.put(bean, rules);
      event
          .configureAnnotatedType()
          .filterMethods(method -> rules.containsKey(method.getJavaMember()))
          .forEach(method -> method.add(Guarded.Literal.INSTANCE));
    }
  }

  /**
   * Stops the deployment if an enterprise bean has become a CDI bean: its annotation is there, but
   * no container that would guard it.
   */
  void check(ProcessManagedBean<?> event) {
    Class<?> bean = event.getAnnotatedBeanClass().getJavaClass();
    if (!(event instanceof ProcessSessionBean<?>) && enterpriseBeans.contains(bean)) {
      event.addDefinitionError(
          new DefinitionException(
              bean.getName()
                  + " is an enterprise bean with security annotations, but there is no EJB"
                  + " container here that would hold them. Leave the API (jakarta.ejb) out of the"
                  + " archive: then this is a CDI bean, and guarded; or take its EJB annotation"
                  + " away."));
    }
  }

  /**
   * The rule of a method.
   *
   * @param target the class of the instance, maybe the container's subclass of the bean's class
   * @param method the method
   * @return its rule; empty if it has none
   */
  Optional<AccessRule> rule(Class<?> target, Method method) {
    for (@Nullable Class<?> type = target; type != null; type = type.getSuperclass()) {
      Map<Method, AccessRule> rules = byBean.get(type);
      if (rules != null) {
        return Optional.ofNullable(rules.get(method));
      }
    }
    return Optional.empty();
  }

  private static boolean isInterceptable(Method method) {
    return !method.isSynthetic()
        && !Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers());
  }

  // By name: the APIs of REST and enterprise beans may be absent.
  private static boolean answersRest(AnnotatedType<?> type, AnnotatedElement method) {
    return type.getAnnotations().stream().anyMatch(a -> isOneOf(a, Set.of(PATH)))
        && Arrays.stream(method.getAnnotations())
            .flatMap(a -> Arrays.stream(a.annotationType().getAnnotations()))
            .anyMatch(meta -> isOneOf(meta, Set.of(HTTP_METHOD)));
  }

  private static boolean isOneOf(Annotation annotation, Set<String> names) {
    return names.contains(annotation.annotationType().getName());
  }
}
