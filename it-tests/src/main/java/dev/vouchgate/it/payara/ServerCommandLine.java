package dev.vouchgate.it.payara;

import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/** The command line of a Payara Micro that is reachable from this machine only. */
final class ServerCommandLine {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String LISTENER_ADDRESS =
      "set configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address="
          + LOOPBACK;

  private ServerCommandLine() {}

  static List<String> of(
      JavaHome java, ServerOptions options, int httpPort, int gridPort, Path folder)
      throws IOException {
    Path preboot = Files.writeString(folder.resolve("preboot.txt"), LISTENER_ADDRESS + "\n");
    Path payara = jarOf(fish.payara.micro.PayaraMicro.class);
    List<String> line = new ArrayList<>();
    line.add(java.command().toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    line.add("-Djava.io.tmpdir=" + folder);
    line.add("-Djava.net.preferIPv4Stack=true");
    line.add("-Dhazelcast.socket.server.bind.any=false");
    line.add("-Dhazelcast.phone.home.enabled=false");
    options.systemProperties().forEach((name, value) -> line.add("-D" + name + "=" + value));
    line.addAll(options.jvm());
    line.addAll(openedPackages(payara));
    line.add("-classpath");
    line.add(jarOf(ServerMain.class) + System.getProperty("path.separator") + payara);
    line.add(ServerMain.class.getName());
    line.addAll(List.of("--prebootcommandfile", preboot.toString()));
    line.addAll(List.of("--port", Integer.toString(httpPort), "--disablephonehome"));
    // Without a cluster it would still open 0.0.0.0:6900; as a cluster of one it stays on loopback.
    line.addAll(List.of("--clustermode", "tcpip:" + LOOPBACK + ":" + gridPort));
    line.addAll(List.of("--interfaces", LOOPBACK, "--startport", Integer.toString(gridPort)));
    return line;
  }

  /**
   * What {@code java -jar} would read from the manifest; the class path form needs it spelled out.
   */
  private static List<String> openedPackages(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> arguments = new ArrayList<>();
      for (String directive : List.of("Add-Exports", "Add-Opens")) {
        String packages = file.getManifest().getMainAttributes().getValue(directive);
        for (String opened : packages.split(" ", -1)) {
          arguments.add("--" + directive.toLowerCase(Locale.ROOT));
          arguments.add(opened + "=ALL-UNNAMED");
        }
      }
      return arguments;
    }
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The location of " + type + " is no path.", e);
    }
  }
}
