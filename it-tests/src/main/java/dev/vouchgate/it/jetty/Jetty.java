package dev.vouchgate.it.jetty;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerHome;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A running Jetty. */
public final class Jetty extends LaunchedServer {

  private static final int ANSWER_LIMIT_MILLIS = 5_000;

  private final JettyBase base;
  private final AtomicInteger deployments = new AtomicInteger();
  private final Map<String, JettyApplication> applications = new ConcurrentHashMap<>();

  private Jetty(ServerProcess process, JettyBase base, int httpPort) {
    super("Jetty", process, httpPort);
    this.base = base;
  }

  /**
   * Starts the distribution that the build has unpacked, set as docs/containers.md says, and waits
   * until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static Jetty start(ServerOptions options) {
    return start(options, true);
  }

  /** Starts it as people have it who have not read that: Jakarta Authentication is hidden. */
  static Jetty startHidingAuthentication(ServerOptions options) {
    return start(options, false);
  }

  private static Jetty start(ServerOptions options, boolean showsAuthentication) {
    Path home = ServerHome.unpacked();
    Path startJar = home.resolve("start.jar");
    int port = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    try {
      Path folder = Files.createTempDirectory("jetty-");
      JettyBase base = JettyBase.create(folder.resolve("base"), startJar, showsAuthentication);
      List<String> jvm =
          options.systemProperties().entrySet().stream()
              .map(property -> "-D" + property.getKey() + "=" + property.getValue())
              .toList();
      List<String> main =
          List.of(
              "org.eclipse.jetty.start.Main",
              "jetty.home=" + home,
              "jetty.base=" + base.folder(),
              "jetty.http.host=127.0.0.1",
              "jetty.http.port=" + port,
              // as people set it who deploy without a restart
              "jetty.deploy.scanInterval=1");
      ServerProcess process = ServerProcess.start(folder, jvm, startJar, main, options.log());
      Jetty server = new Jetty(process, base, port);
      server.awaitStart(server::answers);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    JettyApplication application =
        JettyApplication.of(name + "-" + deployments.incrementAndGet(), base);
    application.deploy(contextRoot, archive);
    applications.put(name, application);
  }

  @Override
  public void undeploy(String name) {
    JettyApplication application = applications.remove(name);
    if (application == null) {
      throw new IllegalStateException("Jetty has no application " + name);
    }
    application.undeploy();
  }

  /** It listens before it has looked for applications, and answers after. */
  private boolean answers() {
    try {
      HttpURLConnection any = (HttpURLConnection) baseUri().toURL().openConnection();
      any.setReadTimeout(ANSWER_LIMIT_MILLIS);
      return any.getResponseCode() > 0;
    } catch (IOException e) {
      return false; // not yet
    }
  }
}
