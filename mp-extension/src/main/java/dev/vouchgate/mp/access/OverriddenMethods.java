package dev.vouchgate.mp.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The methods that a method overrides or implements. */
final class OverriddenMethods {

  private OverriddenMethods() {}

  /**
   * Those of superclasses, nearest first, then those of interfaces.
   *
   * @param method the method
   * @param type the class it is called on
   * @return the others of its signature, the erased one of a generic parent included
   */
  static List<Method> of(Method method, Class<?> type) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      classes.add(above);
    }
    Set<Class<?>> parents = new LinkedHashSet<>(classes);
    classes.forEach(above -> addInterfaces(above, parents));
    List<Class<?>[]> signatures = signatures(method);
    return parents.stream()
        .flatMap(parent -> Arrays.stream(parent.getDeclaredMethods()))
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> !other.isBridge() && !other.equals(method))
        .filter(
            other -> signatures.stream().anyMatch(s -> Arrays.equals(s, other.getParameterTypes())))
        .toList();
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
    for (Class<?> parent : type.getInterfaces()) {
      found.add(parent);
      addInterfaces(parent, found);
    }
  }

  /** The compiler leaves a bridge where a generic parent's signature is another. */
  private static List<Class<?>[]> signatures(Method method) {
    Stream<Method> bridges =
        Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
            .filter(Method::isBridge)
            .filter(bridge -> bridge.getName().equals(method.getName()))
            .filter(bridge -> accepts(bridge.getParameterTypes(), method.getParameterTypes()));
    return Stream.concat(Stream.of(method), bridges)
        .<Class<?>[]>map(Method::getParameterTypes)
        .toList();
  }

  private static boolean accepts(Class<?>[] wide, Class<?>[] narrow) {
    if (wide.length != narrow.length) {
      return false;
    }
    for (int i = 0; i < wide.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i])) {
        return false;
      }
    }
    return true;
  }
}
