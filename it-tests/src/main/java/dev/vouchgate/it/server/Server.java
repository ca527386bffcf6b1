package dev.vouchgate.it.server;

import java.net.URI;
import java.nio.file.Path;

/** A running server in a process of its own, bound to 127.0.0.1 alone, that takes archives. */
public interface Server extends AutoCloseable {

  /** Where it listens, with a slash at the end. */
  URI baseUri();

  /** The process, which has ended once {@link ProcessHandle#onExit()} completes. */
  ProcessHandle handle();

  /**
   * Deploys an archive and waits until it answers.
   *
   * @param name the application's name, which {@link #undeploy(String)} takes
   * @param contextRoot its path, such as {@code /}
   * @throws IllegalStateException if the server refuses the archive; the reason is in its log
   */
  void deploy(String name, String contextRoot, Path archive);

  /**
   * Takes an archive away.
   *
   * @throws IllegalStateException if the server does not let go of it
   */
  void undeploy(String name);

  /**
   * Ends the process, by force if it does not go in good time, and deletes its temporary files.
   * Calling it again does nothing.
   */
  @Override
  void close();
}
