package dev.vouchgate.it.server;

import java.nio.file.Path;

/** Where the build has unpacked the distribution of the server under test. */
public final class ServerHome {

  private ServerHome() {}

  /**
   * The folder that the system property {@code it.server.home} names.
   *
   * @throws IllegalStateException if it names none, as outside a build with a server's profile
   */
  public static Path unpacked() {
    String home = System.getProperty("it.server.home");
    if (home == null) {
      throw new IllegalStateException(
          "The system property it.server.home is to name an unpacked server.");
    }
    return Path.of(home);
  }
}
