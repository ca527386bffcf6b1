package dev.vouchgate.it.conformance;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.server.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One server's turn: two builds of Maven, and what their reports say. */
final class ColumnRun {

  private final String maven;
  private final Path root;
  private final Column column;
  private final Path target;
  private final Path kept;

  /**
   * @param maven the command
   * @param root where the parent's pom is
   */
  ColumnRun(String maven, Path root, Column column) {
    this.maven = maven;
    this.root = root;
    this.column = column;
    this.target = root.resolve("it-tests/target");
    this.kept = target.resolve("matrix").resolve(column.profile());
  }

  /** Runs our own tests; whether the build was green. */
  boolean tests() throws IOException, InterruptedException {
    return build("failsafe-reports", column.profile());
  }

  /** Runs the TCK; whether the build was green. */
  boolean tck() throws IOException, InterruptedException {
    return build("tck-reports", column.profile() + ",tck");
  }

  /** What the reports say; empty if there are none of our own tests. */
  Optional<ServerResults> results() throws IOException {
    if (Files.notExists(kept)) {
      return Optional.empty();
    }
    TestReports own = TestReports.read(kept.resolve("failsafe-reports"));
    Path testng = kept.resolve("tck-reports/testng-results.xml");
    TckResults tck =
        Files.exists(testng)
            ? TckResults.read(testng)
            : new TckResults(List.of(), Instant.EPOCH, Duration.ZERO);
    return Optional.of(
        new ServerResults(own.server(), own.java(), tck, own.extension(), own.filter()));
  }

  /** The names of the jars under test, none before the TCK has run. */
  List<String> libraries() throws IOException {
    Path folder = target.resolve("tck-libraries");
    return Files.exists(folder) ? ArchiveAdditions.libraries(folder) : List.of();
  }

  private boolean build(String reports, String profiles) throws IOException, InterruptedException {
    TemporaryFolder.delete(target.resolve(reports));
    TemporaryFolder.delete(kept.resolve(reports));
    List<String> line = new ArrayList<>(List.of(maven, "--batch-mode", "--no-transfer-progress"));
    line.addAll(List.of("verify", "-P" + profiles, "-DskipUnitTests", "-Dmaven.javadoc.skip"));
    Process build = new ProcessBuilder(line).directory(root.toFile()).inheritIO().start();
    boolean green = build.waitFor() == 0;
    copy(target.resolve(reports), kept.resolve(reports));
    return green;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (Files.exists(from)) {
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
