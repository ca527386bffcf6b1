package dev.vouchgate.it.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator {@code wrk}, on this machine, against this machine.
 *
 * @param script what it does and counts
 */
record Wrk(Path script) {
  private static final String THREADS = "-t1";
  private static final String CONNECTIONS = "-c16";
  private static final int GRACE_SECONDS = 20;
  private static final Pattern VERSION = Pattern.compile("^wrk (\\S+)");
  private static final Pattern COUNTED =
      Pattern.compile("^counted (\\d+) (\\d+) (\\d+) (\\d+)$", Pattern.MULTILINE);

  /**
   * What it counted.
   *
   * @param requests those that were answered
   * @param micros how long it took
   * @param refused answers with a status of 400 or more
   * @param broken connections that failed, and answers that did not come in time
   */
  record Count(long requests, long micros, long refused, long broken) {}

  /** Unpacks the script. */
  static Wrk in(Path folder) throws IOException {
    Path script = folder.resolve("traffic.lua");
    try (InputStream text = Wrk.class.getResourceAsStream("traffic.lua")) {
      Files.write(script, Optional.ofNullable(text).orElseThrow().readAllBytes());
    }
    return new Wrk(script);
  }

  /**
   * Its version.
   *
   * @throws IllegalStateException if it is not installed
   */
  String version() {
    Matcher version = VERSION.matcher(outputOf(List.of("wrk", "-v"), 0));
    return version.find() ? version.group(1) : "";
  }

  /**
   * Puts load on a server for some seconds.
   *
   * @param credentials a file with an Authorization header a line
   * @throws IllegalStateException if it does not end, or does not count
   */
  Count run(URI address, Path credentials, int seconds) {
    String output =
        outputOf(
            List.of(
                "wrk",
                THREADS,
                CONNECTIONS,
                "-d" + seconds + "s",
                "-s" + script,
                address.toString(),
                "--",
                credentials.toString()),
            seconds);
    Matcher counted = COUNTED.matcher(output);
    if (!counted.find()) {
      throw new IllegalStateException("wrk has counted nothing: " + output);
    }
    return new Count(
        number(counted, 1), number(counted, 2), number(counted, 3), number(counted, 4));
  }

  private static long number(Matcher counted, int group) {
    return Long.parseLong(counted.group(group));
  }

  private static String outputOf(List<String> command, int seconds) {
    Process process = start(command);
    try {
      // Less than a pipe holds.
      if (!process.waitFor(seconds + GRACE_SECONDS, SECONDS)) {
        throw new IllegalStateException("wrk does not end: " + command);
      }
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while wrk ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The load test needs the load generator wrk, and there is none on the path: install it,"
              + " on Debian by apt-get install wrk.",
          e);
    }
  }
}
