package dev.vouchgate.it.server;

import dev.vouchgate.it.Poll;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A server that this JVM has started as a {@link ServerProcess}, whichever it is. */
public abstract class LaunchedServer implements Server {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final String title;
  private final ServerProcess process;
  private final URI baseUri;

  /**
   * @param title the server's name, for people
   * @param process where it runs
   * @param httpPort of 127.0.0.1, at which it listens
   */
  protected LaunchedServer(String title, ServerProcess process, int httpPort) {
    this.title = title;
    this.process = process;
    this.baseUri = URI.create("http://127.0.0.1:" + httpPort + "/");
  }

  @Override
  public final URI baseUri() {
    return baseUri;
  }

  @Override
  public final ProcessHandle handle() {
    return process.handle();
  }

  @Override
  public final void close() {
    process.close();
  }

  /**
   * Waits until the server takes deployments; one that does not is ended.
   *
   * @param ready whether it does
   * @throws IllegalStateException if it does not in good time, or has ended
   */
  protected final void awaitStart(BooleanSupplier ready) {
    try {
      Poll.until(START_LIMIT, title + " runs", () -> !handle().isAlive() || ready.getAsBoolean());
    } catch (IllegalStateException e) {
      String threads = process.dumpThreads();
      close();
      throw new IllegalStateException(e.getMessage() + ". " + threads, e);
    }
    if (!handle().isAlive()) {
      close();
      throw new IllegalStateException(title + " has ended; see its log.");
    }
  }
}
