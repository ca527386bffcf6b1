package dev.vouchgate.it.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.container.LibraryContainer;

/**
 * What an archive must bring along because the server under test has no CDI, no REST and no
 * MicroProfile Config: the jars in the folder that the system property {@code it.libraries} names,
 * none where it names none.
 */
public final class AddedLibraries {

  private AddedLibraries() {}

  /**
   * Puts them into an archive.
   *
   * @throws IllegalStateException if the folder has none
   */
  public static void addTo(LibraryContainer<?> archive) {
    String folder = System.getProperty("it.libraries", "");
    if (!folder.isEmpty()) {
      jars(Path.of(folder)).forEach(jar -> archive.addAsLibrary(jar.toFile()));
    }
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new IllegalStateException("No jars to add in " + folder.toAbsolutePath());
      }
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
