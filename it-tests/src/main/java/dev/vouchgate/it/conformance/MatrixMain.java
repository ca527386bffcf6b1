package dev.vouchgate.it.conformance;

import dev.vouchgate.it.matrix.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs the tests and the TCK on one server after the other, each by the build's own profile for it,
 * and writes the page of all that have run since the last clean. A server that fails does not keep
 * the next from its turn; the build fails in the end.
 */
public final class MatrixMain {

  private static final String NONE = "none";
  private static final System.Logger LOG = System.getLogger(MatrixMain.class.getName());

  private MatrixMain() {}

  /**
   * Takes the command that is Maven, the folder of the parent's pom, the folder of the settings by
   * test, the TCK's name, the file to write, the columns ({@code all}, or some by their names with
   * commas between, or a number, whose turn among all but Payara Micro's is meant), and maybe a
   * page whose matrix is to be renewed.
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[1]);
    List<Column> columns = chosen(arguments[5]);
    List<Column> left = new ArrayList<>(Arrays.asList(Column.values()));
    left.removeAll(columns);
    LOG.log(System.Logger.Level.INFO, "Columns of this run: {0}; left out: {1}", columns, left);
    List<ServerResults> rows = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Column column : columns) {
      ColumnRun run = new ColumnRun(arguments[0], root, column);
      boolean testsPassed = run.tests();
      boolean tckPassed = run.tck();
      if (!testsPassed || !tckPassed) {
        failed.add(column.profile());
      }
    }
    SortedSet<String> libraries = new TreeSet<>();
    for (Column column : Column.values()) {
      ColumnRun run = new ColumnRun(arguments[0], root, column);
      run.results().ifPresent(rows::add);
      libraries.addAll(run.libraries());
    }
    ConformanceReport report =
        new ConformanceReport(
            arguments[3],
            rows,
            List.copyOf(libraries),
            ArchiveAdditions.settings(Path.of(arguments[2])));
    Path page = Path.of(arguments[4]);
    Files.writeString(page, report.page());
    if (!arguments[6].equals(NONE)) {
      MarkedSection.replace(Path.of(arguments[6]), report.matrix());
    }
    LOG.log(System.Logger.Level.INFO, "{0}", "\n" + report.matrix());
    if (!failed.isEmpty()) {
      throw new IllegalStateException("Not green: " + failed + "; see " + page);
    }
  }

  private static List<Column> chosen(String columns) {
    if (columns.equals("all")) {
      return List.of(Column.values());
    }
    if (columns.equals(NONE)) {
      return List.of();
    }
    if (columns.matches("\\d+")) {
      List<Column> turns = new ArrayList<>(Arrays.asList(Column.values()));
      turns.remove(Column.PAYARA_MICRO);
      return List.of(turns.get(Integer.parseInt(columns) % turns.size()));
    }
    return Arrays.stream(columns.split(",", -1)).map(Column::ofProfile).toList();
  }
}
