package dev.vouchgate.it.matrix;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of what an archive brings along on Tomcat and Jetty. */
class ServletContainerLibrariesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

  @Test
  void areWhatTheDocumentationTellsUsersToAdd() throws IOException {
    List<String> tested = dependencies(Path.of("src/servlet-container/pom.xml"));

    assertThat(tested).isNotEmpty();
    assertThat(dependencies(Path.of("../docs/containers.md"))).isEqualTo(tested);
  }

  private static List<String> dependencies(Path file) throws IOException {
    return DEPENDENCY
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group().lines().map(String::strip).collect(joining()))
        .toList();
  }
}
