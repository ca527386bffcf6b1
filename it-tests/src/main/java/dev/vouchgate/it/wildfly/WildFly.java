package dev.vouchgate.it.wildfly;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A running WildFly, its configuration a copy of what is in the distribution. */
public final class WildFly implements Server {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final ServerProcess process;
  private final WildFlyManagement management;
  private final URI baseUri;

  private WildFly(ServerProcess process, WildFlyManagement management, URI baseUri) {
    this.process = process;
    this.management = management;
    this.baseUri = baseUri;
  }

  /**
   * Starts the distribution that the system property {@code wildfly.home} names, and waits until it
   * takes deployments.
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
    Path home = Path.of(System.getProperty("wildfly.home"));
    int httpPort = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    int managementPort = FreePort.any();
    try {
      Path folder = Files.createTempDirectory("wildfly-");
      copy(home.resolve("standalone/configuration"), folder.resolve("configuration"));
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
      WildFly server =
          new WildFly(process, management, URI.create("http://127.0.0.1:" + httpPort + "/"));
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public ProcessHandle handle() {
    return process.handle();
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

  @Override
  public void close() {
    process.close();
  }

  private void awaitStart() {
    try {
      Poll.until(
          START_LIMIT,
          "WildFly runs",
          () -> !process.handle().isAlive() || management.isServerRunning());
      if (!process.handle().isAlive()) {
        throw new IllegalStateException("WildFly has ended; see its log.");
      }
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  /** Without a descriptor of WildFly's own the archive's name decides where it is served. */
  private static String runtimeName(String contextRoot) {
    return contextRoot.equals("/") ? "ROOT.war" : contextRoot.substring(1) + ".war";
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
