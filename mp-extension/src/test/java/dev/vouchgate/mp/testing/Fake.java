package dev.vouchgate.mp.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Makes a container's type out of the few methods of it that a test needs. */
public final class Fake {

  private Fake() {}

  /**
   * An object of an interface.
   *
   * @param type the interface
   * @param answers has public methods with the same names and parameters as those that may be
   *     called; any other throws
   */
  public static <T> T of(Class<T> type, Object answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(answers, method, arguments)));
  }

  private static Object call(Object answers, Method method, Object[] arguments) throws Throwable {
    try {
      Method answer = answers.getClass().getMethod(method.getName(), method.getParameterTypes());
      answer.setAccessible(true);
      return answer.invoke(answers, arguments);
    } catch (NoSuchMethodException e) {
      throw new UnsupportedOperationException("the fake does not have " + method, e);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
