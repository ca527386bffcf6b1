package dev.vouchgate.mp.server;

import java.lang.System.Logger.Level;

/** Whether a class is there, of an API or a container that may be absent. */
public final class Presence {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private Presence() {}

  public static boolean of(String type) {
    try {
      Class.forName(type, false, Presence.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      LOG.log(Level.DEBUG, "No {0} here.", type);
      return false;
    }
  }
}
