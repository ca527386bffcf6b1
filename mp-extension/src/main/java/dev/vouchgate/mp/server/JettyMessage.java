package dev.vouchgate.mp.server;

import jakarta.security.auth.message.MessageInfo;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;

/**
 * The messages in which Jetty asks an authentication module.
 *
 * <p>Where no constraint applies, Jetty asks only when somebody wants to know the caller, and then
 * with neither request nor response: both are in the message, in forms of its own that have no type
 * an application could name. And it goes on waiting after a module has answered a request, until
 * the message's callback is called.
 */
public final class JettyMessage {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private JettyMessage() {}

  /** Whether a message is Jetty's. */
  public static boolean is(MessageInfo message) {
    return message.getClass().getName().startsWith("org.eclipse.jetty.");
  }

  /**
   * Gives a message its request, and its response too, if it is Jetty's.
   *
   * @param mandatory whether it may be answered: only then it gets its response
   */
  public static void complete(MessageInfo message, boolean mandatory) {
    if (!is(message)) {
      return;
    }
    try {
      if (message.getRequestMessage() == null) {
        message.setRequestMessage(get(get(message, "getBaseRequest"), "getServletRequest"));
      }
      if (message.getResponseMessage() == null && mandatory) {
        message.setResponseMessage(get(get(message, "getBaseResponse"), "getServletResponse"));
      }
    } catch (ReflectiveOperationException | IllegalStateException e) {
      // The servlet filter knows the caller all the same.
      LOG.log(
          Level.DEBUG,
          "Jetty asks who calls, and does not say in which request: {0}",
          e.toString());
    }
  }

  /**
   * Tells the container that a response has been given, if it wants to be told.
   *
   * @return false if it wants to and could not be told: it has to answer itself
   */
  public static boolean end(MessageInfo message) {
    if (!is(message)) {
      return true;
    }
    try {
      Method callback = message.getClass().getMethod("getCallback");
      // Of the declared type: the object's own class may not be accessible.
      callback.getReturnType().getMethod("succeeded").invoke(callback.invoke(message));
      return true;
    } catch (ReflectiveOperationException e) {
      LOG.log(
          Level.WARNING,
          "Jetty cannot be told that a request has been answered: {0}",
          e.toString());
      return false;
    }
  }

  private static Object get(Object owner, String getter) throws ReflectiveOperationException {
    Object value = owner.getClass().getMethod(getter).invoke(owner);
    if (value == null) {
      throw new IllegalStateException(getter + "() is null");
    }
    return value;
  }
}
