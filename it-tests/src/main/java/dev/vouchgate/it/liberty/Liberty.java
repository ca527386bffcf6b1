package dev.vouchgate.it.liberty;

import static java.util.Objects.requireNonNull;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerHome;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running Open Liberty, its files in a folder of its own. */
public final class Liberty extends LaunchedServer {

  private static final String NAME = "it";
  private static final String READY = "CWWKF0011I:";

  private final LibertyDeployments deployments;

  private Liberty(ServerProcess process, LibertyDeployments deployments, int httpPort) {
    super("Open Liberty", process, httpPort);
    this.deployments = deployments;
  }

  /**
   * Starts the distribution that the build has unpacked, and waits until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static Liberty start(ServerOptions options) {
    return start(options, List.of());
  }

  /** The same, with the server's own MicroProfile JWT. */
  public static Liberty startWithMpJwt(ServerOptions options) {
    return start(options, List.of("mpJwt.xml"));
  }

  private static Liberty start(ServerOptions options, List<String> additions) {
    Path home = ServerHome.unpacked();
    int httpPort = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    try {
      Path folder = Files.createTempDirectory("liberty-");
      Path server = folder.resolve("servers").resolve(NAME);
      Path defaults = Files.createDirectories(server.resolve("configDropins/defaults"));
      Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
      write("server.xml", server);
      for (String addition : additions) {
        write(addition, defaults);
      }
      // Nothing may roll over what is waited for.
      Files.writeString(
          server.resolve("bootstrap.properties"),
          "it.http.port=" + httpPort + "\ncom.ibm.ws.logging.max.file.size=0\n");
      LibertyLog log = new LibertyLog(server.resolve("logs/messages.log"));
      ServerProcess process =
          ServerProcess.start(
              JavaHome.current(),
              folder,
              Map.of(
                  "WLP_USER_DIR", folder.toString(),
                  "WLP_OUTPUT_DIR", folder.resolve("servers").toString(),
                  "LOG_DIR", server.resolve("logs").toString()),
              jvm(home, options),
              home.resolve("bin/tools/ws-server.jar"),
              List.of("com.ibm.ws.kernel.boot.cmdline.EnvCheck", NAME),
              options.log());
      Liberty started =
          new Liberty(
              process,
              new LibertyDeployments(overrides, Files.createDirectory(folder.resolve("it")), log),
              httpPort);
      started.awaitStart(() -> log.after(0).contains(READY));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    deployments.add(name, contextRoot, archive);
  }

  @Override
  public void undeploy(String name) {
    deployments.remove(name);
  }

  /** What the distribution's own script starts it with. */
  private static List<String> jvm(Path home, ServerOptions options) {
    List<String> jvm = new ArrayList<>();
    jvm.add("@" + home.resolve("lib/platform/java/java9.options"));
    jvm.add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"));
    options.systemProperties().forEach((name, value) -> jvm.add("-D" + name + "=" + value));
    return jvm;
  }

  private static void write(String resource, Path folder) throws IOException {
    try (InputStream stream = Liberty.class.getResourceAsStream(resource)) {
      Files.copy(requireNonNull(stream, resource), folder.resolve(resource));
    }
  }
}
