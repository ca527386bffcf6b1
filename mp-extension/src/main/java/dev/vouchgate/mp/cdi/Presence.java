package dev.vouchgate.mp.cdi;

import java.lang.System.Logger.Level;

/** Whether a class is there, of an API or a container that may be absent. */
final class Presence {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private Presence() {}

  static boolean of(String type) {
    try {
      Class.forName(type, false, Presence.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      LOG.log(Level.DEBUG, "No {0} here.", type);
      return false;
    }
  }
}
