package dev.vouchgate.it.tomcat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One server's own files: the distribution's configuration, bound to loopback, with a user for its
 * manager application. Nothing is changed that an application could notice.
 *
 * @param logging the file by which all is logged to the console, not to files
 * @param password that user's
 */
record CatalinaBase(Path logging, String password) {

  /** The user's name. */
  static final String USER = "it";

  static CatalinaBase create(Path home, Path folder, int port) throws IOException {
    Path configuration = Files.createDirectory(folder.resolve("conf"));
    try (Stream<Path> files = Files.list(home.resolve("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, configuration.resolve(file.getFileName()));
      }
    }
    replace(configuration.resolve("server.xml"), "<Server port=\"8005\"", "<Server port=\"-1\"");
    replace(
        configuration.resolve("server.xml"),
        "<Connector port=\"8080\"",
        "<Connector address=\"127.0.0.1\" port=\"" + port + "\"");
    String password = UUID.randomUUID().toString();
    Files.writeString(
        configuration.resolve("tomcat-users.xml"),
        "<tomcat-users><user username=\""
            + USER
            + "\" password=\""
            + password
            + "\" roles=\"manager-script\"/></tomcat-users>\n");
    for (String name : new String[] {"logs", "temp", "webapps", "work"}) {
      Files.createDirectory(folder.resolve(name));
    }
    Path manager = home.resolve("webapps").resolve("manager");
    Path contexts = Files.createDirectories(configuration.resolve("Catalina").resolve("localhost"));
    String context = Files.readString(manager.resolve("META-INF").resolve("context.xml"));
    Files.writeString(
        contexts.resolve("manager.xml"),
        context.replace("<Context ", "<Context docBase=\"" + manager + "\" "));
    Path logging =
        Files.writeString(
            configuration.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            .handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.formatter=org.apache.juli.OneLineFormatter
            """);
    return new CatalinaBase(logging, password);
  }

  private static void replace(Path file, String stock, String ours) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(stock)) {
      throw new IllegalStateException(file + " of the distribution does not say " + stock);
    }
    Files.writeString(file, text.replace(stock, ours));
  }
}
