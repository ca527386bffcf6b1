package dev.vouchgate.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the page of one server, and fails the build unless every test of the TCK ran and passed:
 * one that is skipped, or not in any suite, would go unnoticed otherwise.
 */
public final class ConformanceMain {

  private ConformanceMain() {}

  /**
   * Takes the file that TestNG wrote, the folder of the jars under test, the folder of the settings
   * by test, the names of the TCK and of the server, the major version of the server's Java, the
   * file to write, and how many tests the TCK has for that server.
   */
  public static void main(String... arguments) throws IOException {
    TckResults results = TckResults.read(Path.of(arguments[0]));
    ServerResults server =
        new ServerResults(arguments[4], arguments[5], results, Tally.NONE, Tally.NONE);
    ConformanceReport report =
        new ConformanceReport(
            arguments[3],
            List.of(server),
            ArchiveAdditions.libraries(Path.of(arguments[1])),
            ArchiveAdditions.settings(Path.of(arguments[2])));
    Path page = Path.of(arguments[6]);
    Files.writeString(page, report.page());
    int passed = Tally.of(results.ofTheTck()).passed();
    if (passed != Integer.parseInt(arguments[7])) {
      throw new IllegalStateException(
          passed + " tests of the TCK passed, expected " + arguments[7] + "; see " + page);
    }
  }
}
