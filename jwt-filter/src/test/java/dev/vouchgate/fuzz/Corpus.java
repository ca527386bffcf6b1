package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a fuzzer begins with and must never fail again: the files of its folder. What is named
 * {@code valid-…} is accepted, and nothing else of it.
 */
record Corpus(Class<?> fuzzer) {
  private static final String VALID = "valid-";

  /** The files, in the order of their names. */
  List<Path> files() {
    URL folder = fuzzer.getResource(fuzzer.getSimpleName() + "Inputs");
    if (folder == null) {
      throw new IllegalStateException("no inputs of " + fuzzer.getSimpleName());
    }
    try (Stream<Path> found = Files.walk(Path.of(folder.toURI()))) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The texts of those that are valid. */
  Set<String> valid() {
    return files().stream()
        .filter(Corpus::isValid)
        .map(file -> new String(bytes(file), UTF_8))
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isValid(Path file) {
    return file.getFileName().toString().startsWith(VALID);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
