package dev.vouchgate.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/** What the threads of a JVM are doing, for whoever wonders why it does not go on. */
final class ThreadDump {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private ThreadDump() {}

  /**
   * Writes it into a file beside that JVM's log, or to the console if the log goes there.
   *
   * @return a sentence that says where it is, or why it is nowhere
   */
  static String of(ProcessHandle jvm, Redirect log) {
    String java = jvm.info().command().orElse("");
    if (java.isEmpty()) {
      return "It has ended.";
    }
    Redirect target = log.file() == null ? log : Redirect.to(beside(log.file()));
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(java).resolveSibling("jcmd").toString(),
                  Long.toString(jvm.pid()),
                  "Thread.print")
              .redirectErrorStream(true)
              .redirectOutput(target)
              .start();
      if (!jcmd.waitFor(LIMIT.toSeconds(), SECONDS)) {
        jcmd.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return target.file() == null
        ? "What its threads do is printed."
        : "What its threads do is in " + target.file() + ".";
  }

  private static File beside(File log) {
    return log.toPath().resolveSibling(log.getName() + ".threads").toFile();
  }
}
