package dev.vouchgate.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadDumpTest {

  /** A server that gets as far as writing a file. */
  public static void main(String... arguments) throws Exception {
    Files.createFile(Path.of(arguments[0]));
    new CountDownLatch(1).await();
  }

  @Test
  void isWrittenBesideTheLogOfAServerThatDoesNotGoOn(@TempDir Path folder) throws Exception {
    Path begun = folder.resolve("begun");
    Path log = folder.resolve("server.log");
    Path threads = folder.resolve("server.log.threads");
    try (ServerProcess stuck =
        ServerProcess.start(
            Files.createTempDirectory("stuck"),
            List.of(),
            Path.of(
                ThreadDumpTest.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
            List.of(ThreadDumpTest.class.getName(), begun.toString()),
            Redirect.to(log.toFile()))) {
      Poll.until(Duration.ofSeconds(30), "a server that has begun", () -> Files.exists(begun));

      assertThat(stuck.dumpThreads()).contains(threads.toString());
    }

    assertThat(threads).content().contains("end-with-parent", "ThreadDumpTest.main");
  }
}
