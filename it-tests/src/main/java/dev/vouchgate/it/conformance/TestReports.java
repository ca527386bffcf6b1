package dev.vouchgate.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What the reports of Failsafe say of our own tests, {@code TEST-….xml} of one run on one server.
 *
 * @param server the server's name and version
 * @param java the major version of the Java that ran the server
 * @param extension the tests of applications with mp-extension
 * @param filter the tests of applications with jwt-filter alone
 */
record TestReports(String server, String java, Tally extension, Tally filter) {

  private static final String FILTER_ROOM = "dev.vouchgate.it.filter.";

  /**
   * Reads a folder.
   *
   * @throws IOException if it has no report, or one that Failsafe did not write
   */
  static TestReports read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList();
    }
    Tally extension = Tally.NONE;
    Tally filter = Tally.NONE;
    String server = "";
    String java = "";
    for (Path file : files) {
      Element suite = XmlReport.root(file);
      server = property(suite, "it.server.title");
      java = property(suite, "it.java");
      if (suite.getAttribute("name").startsWith(FILTER_ROOM)) {
        filter = filter.plus(tally(suite));
      } else {
        extension = extension.plus(tally(suite));
      }
    }
    if (files.isEmpty()) {
      throw new IOException("No test report in " + folder);
    }
    return new TestReports(server, java, extension, filter);
  }

  private static Tally tally(Element suite) {
    int run = count(suite, "tests");
    return new Tally(
        run, run - count(suite, "failures") - count(suite, "errors") - count(suite, "skipped"));
  }

  private static int count(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }

  private static String property(Element suite, String name) throws IOException {
    return XmlReport.within(suite, "property").stream()
        .filter(property -> property.getAttribute("name").equals(name))
        .map(property -> property.getAttribute("value"))
        .findFirst()
        .orElseThrow(() -> new IOException("A test report without the property " + name));
  }
}
