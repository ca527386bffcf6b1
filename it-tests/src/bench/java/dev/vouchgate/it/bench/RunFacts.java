package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Contender;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * On what a run was made, which JMH does not say: when, how thoroughly, the machine, and the
 * versions of the contenders by their constants.
 *
 * @param facts by name
 */
public record RunFacts(Properties facts) {
  public static final String DATE = "date";
  public static final String PLAN = "plan";
  public static final String MACHINE = "machine";

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  public static RunFacts ofThisMachine(String plan) throws IOException {
    Properties facts = new Properties();
    facts.setProperty(DATE, LocalDate.now(Clock.systemUTC()).toString());
    facts.setProperty(PLAN, plan);
    facts.setProperty(
        MACHINE,
        String.format(
            Locale.ROOT,
            "%s, %d cores, %s",
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name")));
    for (Contender contender : Contender.values()) {
      facts.setProperty(contender.name(), contender.version());
    }
    return new RunFacts(facts);
  }

  /** Those that were written beside a file of JMH's. */
  public static RunFacts read(Path file) throws IOException {
    Properties facts = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      facts.load(reader);
    }
    return new RunFacts(facts);
  }

  /** Writes them where {@link #read(Path)} is to find them. */
  public void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      facts.store(writer, null);
    }
  }

  /** One of them; empty if it is not known. */
  public String get(String name) {
    return facts.getProperty(name, "");
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .orElse(System.getProperty("os.arch"));
    }
  }
}
