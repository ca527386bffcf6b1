package dev.vouchgate.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page keeps its word: a test for every row, and every test that it names is there. */
class ThreatModelPageTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([A-J]\\d+) \\|(?<threat>[^|]+)\\|(?<done>[^|]*)\\|(?<tests>[^|]*)\\|$",
          Pattern.MULTILINE);
  private static final Pattern TEST = Pattern.compile("`(?<type>[A-Z]\\w+)#(?<method>\\w+)`");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");

  /** How many rows each letter has. */
  private static final Map<String, Integer> LETTERS =
      new TreeMap<>(
          Map.of(
              "A", 12, "B", 11, "C", 8, "D", 7, "E", 10, "F", 9, "G", 14, "H", 8, "I", 7, "J", 9));

  @Test
  void hasEveryRowOnceAndInOrder() throws IOException {
    assertThat(rows().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            LETTERS.entrySet().stream()
                .flatMap(
                    letter ->
                        IntStream.rangeClosed(1, letter.getValue())
                            .mapToObj(number -> letter.getKey() + number))
                .toList());
  }

  @Test
  void namesATestForEveryRow() throws IOException {
    assertThat(rows().filter(row -> tests(row).isEmpty()).map(row -> row.group(1))).isEmpty();
  }

  @Test
  void namesNoTestThatIsNotThere() throws IOException {
    Map<String, String> sources = new HashMap<>(sources("src/test/java"));
    sources.putAll(sources("src/browser/java"));
    assertThat(
            rows()
                .flatMap(row -> tests(row).stream())
                .filter(
                    test ->
                        !sources
                            .getOrDefault(test.group(1), "")
                            .contains("void " + test.group(2) + "("))
                .map(MatchResult::group))
        .isEmpty();
  }

  @Test
  void namesNoClassThatIsNotThere() throws IOException {
    Predicate<String> known = sources("src/main/java").keySet()::contains;
    assertThat(
            rows().flatMap(row -> TYPE.matcher(row.group(3)).results()).map(type -> type.group(1)))
        .isNotEmpty()
        .allMatch(known);
  }

  private static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("docs/threat-model.md"))).results();
  }

  private static List<MatchResult> tests(MatchResult row) {
    return TEST.matcher(row.group(4)).results().toList();
  }

  /** What is in the modules' files, by the name of the class. */
  private static Map<String, String> sources(String folder) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve(folder))
          .filter(Files::isDirectory)
          .flatMap(ThreatModelPageTest::files)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  ThreatModelPageTest::text,
                  (one, other) -> one + other));
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
