package dev.vouchgate.it.keycloak;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A folder with Keycloak's distribution: its commands and where it looks for realms. */
final class KeycloakHome {

  static final String ADMINISTRATOR = "admin";

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(3);

  /** Passes its own end of input on to the server as the signal to end. */
  private static final String END_WITH_INPUT =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      { cat >/dev/null; kill -TERM "$server"; } <&3 &
      exec 3<&-
      wait "$server"
      """;

  private final Path home;

  KeycloakHome(Path home) {
    this.home = home;
  }

  /** The realm that a file holds: its name without {@code .json}. */
  static String realmOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }

  /** Has Keycloak settle what cannot change later, which takes it 20 seconds; once is enough. */
  void build(Path log) throws IOException {
    Path done = home.resolve("built-for-tests");
    if (Files.exists(done)) {
      return;
    }
    Process build =
        command(List.of(script(), "build", "--db=dev-mem"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    if (end(build) != 0) {
      throw new IllegalStateException("Keycloak could not be built; the reason is in " + log);
    }
    Files.createFile(done);
  }

  /** Puts the realms where {@code --import-realm} finds them, and nothing else. */
  void importRealms(List<Path> realms) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    for (Path realm : realms) {
      Files.copy(realm, folder.resolve(realm.getFileName()), REPLACE_EXISTING);
    }
  }

  /**
   * The command to start on loopback; the process ends when its input does.
   *
   * @param password the administrator's
   */
  ProcessBuilder startCommand(int port, String password) {
    ProcessBuilder start =
        command(
            List.of(
                "bash",
                "-c",
                END_WITH_INPUT,
                "keycloak",
                script(),
                "start",
                "--optimized",
                "--import-realm",
                // at start, not at build: otherwise JGroups binds to every address
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port));
    start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    return start;
  }

  private ProcessBuilder command(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put("JAVA_OPTS_APPEND", "-Djava.net.preferIPv4Stack=true -XX:TieredStopAtLevel=1");
    return builder;
  }

  private String script() {
    return home.resolve("bin/kc.sh").toAbsolutePath().toString();
  }

  private static int end(Process process) {
    try {
      if (process.waitFor(BUILD_LIMIT.toSeconds(), SECONDS)) {
        return process.exitValue();
      }
      throw new IllegalStateException("Keycloak's build took longer than " + BUILD_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Keycloak was built.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
