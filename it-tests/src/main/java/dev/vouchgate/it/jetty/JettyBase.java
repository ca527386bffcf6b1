package dev.vouchgate.it.jetty;

import dev.vouchgate.it.server.JavaHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JETTY_BASE: which modules of the distribution run, and how they are set.
 *
 * @param folder where it is
 */
record JettyBase(Path folder) {
  /** What docs/containers.md tells people to add, both of it. */
  private static final String MODULES =
      "http,ee10-deploy,ee10-annotations,ee10-plus,ee10-cdi-decorate,ee10-websocket-jakarta,"
          + "ee10-jaspi,ee10-jaspi-default-auth-config-factory";

  private static final String SHOW_AUTHENTICATION =
      "jetty.webapp.addHiddenClasses+=,-jakarta.security.auth.message.\n";

  /**
   * Has Jetty itself make one.
   *
   * @param startJar the distribution's
   * @throws IllegalStateException if Jetty does not; with its reason
   */
  static JettyBase create(Path folder, Path startJar, boolean showsAuthentication)
      throws IOException {
    Files.createDirectory(folder);
    File log = folder.resolve("modules.log").toFile();
    Process setUp =
        new ProcessBuilder(
                JavaHome.current().command().toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                startJar.toString(),
                "--add-modules=" + MODULES)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    if (exitValue(setUp) != 0) {
      throw new IllegalStateException(
          "Jetty does not have these modules: " + Files.readString(log.toPath()));
    }
    if (showsAuthentication) {
      Files.writeString(folder.resolve("start.d/vouchgate.ini"), SHOW_AUTHENTICATION);
    }
    return new JettyBase(folder);
  }

  /** The folder that Jetty watches for descriptors of applications. */
  Path applications() {
    return folder.resolve("webapps");
  }

  private static int exitValue(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Jetty was being set up.", e);
    }
  }
}
