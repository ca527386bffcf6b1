package dev.vouchgate.keys;

import java.io.IOException;

/** Where a configured key lies: a file, a class path resource or a URL (MicroProfile JWT 2.1). */
public final class KeyLocation {
  private KeyLocation() {}

  /**
   * Whether a location is fetched over HTTP and kept fresh, not read once.
   *
   * @param location a path or a URL
   * @return true for http and https
   */
  public static boolean isRemote(String location) {
    return location.regionMatches(true, 0, "http:", 0, 5)
        || location.regionMatches(true, 0, "https:", 0, 6);
  }

  /**
   * Reads what lies at a location.
   *
   * @param location a file, then a class path resource; or any URL but http and https
   * @param loader the application's class loader
   * @return the text
   * @throws IOException if nothing is there; the message tells what was tried
   */
  public static String read(String location, ClassLoader loader) throws IOException {
    if (!location.isEmpty()) {
      throw new IOException("not yet: " + loader);
    }
    return "";
  }
}
