package dev.vouchgate.it.jetty;

import dev.vouchgate.it.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;

/**
 * One archive in a running Jetty.
 *
 * @param descriptor what Jetty is told of it, by lying in the folder that Jetty watches
 * @param archive a copy that nobody else takes away
 * @param notices where Jetty writes what becomes of it, a line each
 */
record JettyApplication(Path descriptor, Path archive, Path notices) {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /**
   * Names the files of an archive that is to be deployed.
   *
   * @param name different each time: Jetty may still write notices of what it has refused
   */
  static JettyApplication of(String name, JettyBase base) {
    return new JettyApplication(
        base.applications().resolve(name + ".xml"),
        base.folder().resolve(name + ".war"),
        base.folder().resolve(name + ".notices"));
  }

  /**
   * Deploys it and waits until it has started.
   *
   * @throws IllegalStateException if it does not
   */
  void deploy(String contextRoot, Path from) {
    try {
      Files.copy(from, archive, StandardCopyOption.REPLACE_EXISTING);
      Files.createFile(notices);
      Path written = Files.writeString(Path.of(descriptor + ".new"), xml(contextRoot));
      Files.move(written, descriptor, StandardCopyOption.ATOMIC_MOVE);
      Poll.until(LIMIT, "Jetty deploys " + archive, () -> has("STARTED") || has("FAILED"));
      if (has("FAILED")) {
        remove();
        throw new IllegalStateException("Jetty refused " + archive + "; see its log.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes it away and waits until it has stopped.
   *
   * @throws IllegalStateException if it does not
   */
  void undeploy() {
    try {
      Files.delete(descriptor);
      Poll.until(LIMIT, "Jetty lets go of " + archive, () -> has("STOPPED"));
      remove();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() throws IOException {
    Files.deleteIfExists(descriptor);
    Files.delete(notices);
    Files.delete(archive);
  }

  private boolean has(String notice) {
    try {
      return Files.readAllLines(notices).stream().anyMatch(line -> line.startsWith(notice + " "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Without its last property Jetty takes what cannot start for started, and answers 503 for it.
   */
  private String xml(String contextRoot) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0"?>
        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
        <Configure class="org.eclipse.jetty.ee10.webapp.WebAppContext">
          <Set name="contextPath">%s</Set>
          <Set name="war">%s</Set>
          <Call name="addEventListener">
            <Arg>
              <New class="org.eclipse.jetty.util.component.FileNoticeLifeCycleListener">
                <Arg>%s</Arg>
              </New>
            </Arg>
          </Call>
          <Set name="throwUnavailableOnStartupException">true</Set>
        </Configure>
        """,
        contextRoot,
        archive,
        notices);
  }
}
