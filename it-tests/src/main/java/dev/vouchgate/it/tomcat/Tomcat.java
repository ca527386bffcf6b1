package dev.vouchgate.it.tomcat;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerHome;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A running Tomcat. */
public final class Tomcat extends LaunchedServer {

  /** What the distribution's own start script opens to it of the JDK's modules. */
  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED");

  private final TextManagement management;
  private final Map<String, String> contextRoots = new ConcurrentHashMap<>();

  private Tomcat(ServerProcess process, TextManagement management, int httpPort) {
    super("Tomcat", process, httpPort);
    this.management = management;
  }

  /**
   * Starts the distribution that the build has unpacked, and waits until it takes deployments.
   *
   * @param java what it runs on
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static Tomcat start(JavaHome java, ServerOptions options) {
    Path home = ServerHome.unpacked();
    int port = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    URI baseUri = URI.create("http://127.0.0.1:" + port + "/");
    try {
      Path folder = Files.createTempDirectory("tomcat-");
      CatalinaBase base = CatalinaBase.create(home, folder, port);
      List<String> jvm = new ArrayList<>(OPENED);
      jvm.add("-Dcatalina.home=" + home);
      jvm.add("-Dcatalina.base=" + folder);
      jvm.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
      jvm.add("-Djava.util.logging.config.file=" + base.logging());
      options.systemProperties().forEach((name, value) -> jvm.add("-D" + name + "=" + value));
      ServerProcess process =
          ServerProcess.start(
              java,
              folder,
              jvm,
              home.resolve("bin").resolve("*"), // every jar there
              List.of("org.apache.catalina.startup.Bootstrap", "start"),
              options.log());
      TextManagement management = new TextManagement(baseUri, base.password());
      Tomcat server = new Tomcat(process, management, port);
      server.awaitStart(management::isServerRunning);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    try {
      management.deploy(contextRoot, archive);
    } catch (IllegalStateException e) {
      // What does not start stays there, stopped, and in the way of the next archive.
      management.undeployIfPresent(contextRoot);
      throw e;
    }
    contextRoots.put(name, contextRoot);
  }

  @Override
  public void undeploy(String name) {
    String contextRoot = contextRoots.remove(name);
    if (contextRoot == null) {
      throw new IllegalStateException("Nothing is deployed by the name of " + name);
    }
    management.undeploy(contextRoot);
  }
}
