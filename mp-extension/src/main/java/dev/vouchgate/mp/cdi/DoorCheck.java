package dev.vouchgate.mp.cdi;

import dev.vouchgate.filter.Doors;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Asks whether an application is guarded, when the container has called all initializers.
 *
 * <p>CDI may be started by one of them, and which comes first varies on Jetty from one start to the
 * next: then ours are called after it.
 */
final class DoorCheck implements ServletContextListener {

  private DoorCheck() {}

  /**
   * Asks now, or if need be once more after the initializers that are still to come.
   *
   * @throws IllegalStateException if nobody guards it, and none is to come
   */
  static void start(ServletContext application) {
    try {
      Doors.requireGuarded(application);
    } catch (IllegalStateException unguarded) {
      postpone(application, unguarded);
    }
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Doors.requireGuarded(event.getServletContext());
  }

  private static void postpone(ServletContext application, IllegalStateException unguarded) {
    try {
      application.addListener(new DoorCheck());
    } catch (IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException tooLate) {
      // How ServletContext#addListener says that this is no initializer's call.
      unguarded.addSuppressed(tooLate);
      throw unguarded;
    }
  }
}
