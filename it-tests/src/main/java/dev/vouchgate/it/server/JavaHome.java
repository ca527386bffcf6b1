package dev.vouchgate.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a Java is installed, for servers that want another one than this JVM's.
 *
 * @param folder the one that has {@code bin/java} in it
 */
public record JavaHome(Path folder) {

  /** This JVM's. */
  public static JavaHome current() {
    return new JavaHome(Path.of(System.getProperty("java.home")));
  }

  /**
   * That of a major version, such as 25: this JVM's if it fits, else what the system property
   * {@code java25.home} or the environment's {@code JAVA25_HOME} names, else one installed beside
   * this JVM's.
   *
   * @throws IllegalStateException if there is none
   */
  public static JavaHome ofVersion(int major) {
    if (Runtime.version().feature() == major) {
      return current();
    }
    String property = "java" + major + ".home";
    String variable = "JAVA" + major + "_HOME";
    return Stream.of(System.getProperty(property, ""), System.getenv().getOrDefault(variable, ""))
        .filter(named -> !named.isEmpty())
        .findFirst()
        .map(Path::of)
        .or(() -> neighbours().filter(home -> isVersion(home, major)).findFirst())
        .map(JavaHome::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    String.format(
                        Locale.ROOT,
                        "This server runs on Java %d, and none is installed beside %s. Name its"
                            + " home by -D%s or the environment's %s.",
                        major,
                        current().folder(),
                        property,
                        variable)));
  }

  /** The command that starts it. */
  public Path command() {
    return folder.resolve("bin").resolve("java");
  }

  private static Stream<Path> neighbours() {
    try (Stream<Path> homes = Files.list(current().folder().resolveSibling("."))) {
      return homes.map(Path::normalize).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isVersion(Path home, int major) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(new JavaHome(home).command())
          && Files.isReadable(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + major);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
