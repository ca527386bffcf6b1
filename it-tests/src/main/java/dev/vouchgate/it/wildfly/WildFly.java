package dev.vouchgate.it.wildfly;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerHome;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import dev.vouchgate.it.server.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running WildFly, its configuration a copy of what is in the distribution. */
public final class WildFly extends LaunchedServer {

  private final WildFlyManagement management;

  private WildFly(ServerProcess process, WildFlyManagement management, int httpPort) {
    super("WildFly", process, httpPort);
    this.management = management;
  }

  /**
   * Starts the distribution that the build has unpacked, and waits until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static WildFly start(ServerOptions options) {
    return start("standalone.xml", options);
  }

  /** The same with the configuration that has MicroProfile and no enterprise beans. */
  public static WildFly startMicroProfile(ServerOptions options) {
    return start("standalone-microprofile.xml", options);
  }

  private static WildFly start(String configuration, ServerOptions options) {
    Path home = ServerHome.unpacked();
    int httpPort = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    int managementPort = FreePort.any();
    try {
      Path folder = Files.createTempDirectory("wildfly-");
      TemporaryFolder.copy(
          home.resolve("standalone/configuration"), folder.resolve("configuration"));
      Files.createDirectory(folder.resolve("deployments"));
      WildFlyManagement management =
          WildFlyManagement.withNewUser(
              managementPort, folder.resolve("configuration/mgmt-users.properties"));
      List<String> jvm = new ArrayList<>(WildFlyModules.OPENED);
      jvm.add("-Djboss.home.dir=" + home);
      jvm.add("-Djboss.server.base.dir=" + folder);
      jvm.add("-Dorg.jboss.boot.log.file=" + folder.resolve("boot.log"));
      jvm.add(
          "-Dlogging.configuration=" + folder.resolve("configuration/logging.properties").toUri());
      jvm.add("-Djboss.http.port=" + httpPort);
      jvm.add("-Djboss.https.port=" + FreePort.any());
      jvm.add("-Djboss.management.http.port=" + managementPort);
      options.systemProperties().forEach((name, value) -> jvm.add("-D" + name + "=" + value));
      ServerProcess process =
          ServerProcess.start(
              folder,
              jvm,
              home.resolve("jboss-modules.jar"),
              List.of(
                  "org.jboss.modules.Main",
                  "-mp",
                  home.resolve("modules").toString(),
                  "org.jboss.as.standalone",
                  "--server-config=" + configuration),
              options.log());
      WildFly server = new WildFly(process, management, httpPort);
      server.awaitStart(management::isServerRunning);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    String runtimeName =
        archive.toString().endsWith(".ear") ? name + ".ear" : runtimeName(contextRoot);
    management.add(name, runtimeName, archive.toUri());
  }

  @Override
  public void undeploy(String name) {
    management.remove(name);
  }

  /** Without a descriptor of WildFly's own the archive's name decides where it is served. */
  private static String runtimeName(String contextRoot) {
    return contextRoot.equals("/") ? "ROOT.war" : contextRoot.substring(1) + ".war";
  }
}
