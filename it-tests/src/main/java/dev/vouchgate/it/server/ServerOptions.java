package dev.vouchgate.it.server;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may differ between two servers.
 *
 * @param httpPort the port to listen on, or 0 for any free one
 * @param systemProperties properties of the server's JVM, which MicroProfile Config reads
 * @param jvm further options of the server's JVM: they come last, where one takes the place of
 *     another
 * @param log where the server's log goes
 */
public record ServerOptions(
    int httpPort, Map<String, String> systemProperties, List<String> jvm, Redirect log) {

  public ServerOptions {
    systemProperties = Map.copyOf(systemProperties);
    jvm = List.copyOf(jvm);
  }

  /** A free port, no properties, the log in {@code file}, overwritten. */
  public static ServerOptions loggingTo(Path file) {
    return loggingTo(Redirect.to(file.toFile()));
  }

  /** A free port, no properties, the log on the standard error of this process. */
  public static ServerOptions loggingToConsole() {
    return loggingTo(Redirect.INHERIT);
  }

  /** A free port, no properties, the log anywhere. */
  public static ServerOptions loggingTo(Redirect log) {
    return new ServerOptions(0, Map.of(), List.of(), log);
  }

  public ServerOptions withHttpPort(int port) {
    return new ServerOptions(port, systemProperties, jvm, log);
  }

  public ServerOptions withSystemProperty(String name, String value) {
    Map<String, String> extended = new TreeMap<>(systemProperties);
    extended.put(name, value);
    return new ServerOptions(httpPort, extended, jvm, log);
  }

  public ServerOptions withJvm(List<String> options) {
    return new ServerOptions(httpPort, systemProperties, options, log);
  }
}
