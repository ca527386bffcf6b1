package dev.vouchgate.it.conformance;

import dev.vouchgate.it.conformance.TckResults.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the page, and fails the build unless every test of the TCK ran and passed: one that is
 * skipped, or not in any suite, would go unnoticed otherwise.
 */
public final class ConformanceMain {

  private static final String PROPERTIES = ".properties";

  private ConformanceMain() {}

  /**
   * Takes the file that TestNG wrote, the folder of the jars under test, the folder of the settings
   * by test, the names of the TCK and of the server, the file to write, and how many tests the TCK
   * has.
   */
  public static void main(String... arguments) throws IOException {
    TckResults results = TckResults.read(Path.of(arguments[0]));
    ConformanceReport report =
        new ConformanceReport(
            arguments[3],
            arguments[4],
            System.getProperty("java.version"),
            names(Path.of(arguments[1])),
            settings(Path.of(arguments[2])));
    Files.writeString(Path.of(arguments[5]), report.of(results));
    long passed = results.ofTheTck().stream().filter(Outcome::passed).count();
    if (passed != Integer.parseInt(arguments[6])) {
      throw new IllegalStateException(
          passed + " tests of the TCK passed, expected " + arguments[6] + "; see " + arguments[5]);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static SortedMap<String, String> settings(Path folder) throws IOException {
    SortedMap<String, String> settings = new TreeMap<>();
    for (String name : names(folder)) {
      String test = name.substring(0, name.length() - PROPERTIES.length());
      settings.put(test, Files.readString(folder.resolve(name)));
    }
    return settings;
  }
}
