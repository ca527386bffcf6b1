package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import jakarta.annotation.Resource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat without anything that its distribution has around it, of one archive. */
final class EmbeddedTomcat extends LaunchedServer {

  private EmbeddedTomcat(ServerProcess process, int port) {
    super("Tomcat", process, port);
  }

  static EmbeddedTomcat start(JavaHome java, ServerOptions options, Path archive) {
    int port = FreePort.any();
    try {
      Path folder = Files.createTempDirectory("tomcat-");
      Files.createDirectory(folder.resolve("webapps"));
      ServerProcess process =
          ServerProcess.start(
              java,
              folder,
              options.jvm(),
              // Tomcat's own APIs before those of the whole platform, which have what it lacks.
              locationsOf(TomcatMain.class, Tomcat.class, Resource.class),
              List.of(
                  TomcatMain.class.getName(),
                  folder.toString(),
                  Integer.toString(port),
                  archive.toAbsolutePath().toString()),
              options.log());
      EmbeddedTomcat server = new EmbeddedTomcat(process, port);
      Client client = new Client(server.baseUri());
      server.awaitStart(client::isServed);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    throw new UnsupportedOperationException("It has its archive from the start.");
  }

  @Override
  public void undeploy(String name) {
    throw new UnsupportedOperationException("It keeps its archive to the end.");
  }

  private static Path locationsOf(Class<?>... types) {
    return Path.of(
        Stream.of(types)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator)));
  }
}
