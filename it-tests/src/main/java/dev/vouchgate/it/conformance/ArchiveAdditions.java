package dev.vouchgate.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the TCK's archives were given, as the folders have it that it was taken from. */
final class ArchiveAdditions {

  private static final String PROPERTIES = ".properties";

  private ArchiveAdditions() {}

  /** The names of the jars, sorted. */
  static List<String> libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** By test class, the text of its {@code .properties}. */
  static SortedMap<String, String> settings(Path folder) throws IOException {
    SortedMap<String, String> settings = new TreeMap<>();
    for (String name : libraries(folder)) {
      String test = name.substring(0, name.length() - PROPERTIES.length());
      settings.put(test, Files.readString(folder.resolve(name)));
    }
    return settings;
  }
}
