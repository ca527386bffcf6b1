package dev.vouchgate.keys;

import java.time.Duration;

/**
 * Runs refreshes off the request's thread, now or later; one serves any number of {@link
 * RemoteKeys}. Whoever creates it closes it, after them.
 */
public interface RefreshExecutor extends AutoCloseable {

  /**
   * Runs a task once.
   *
   * @param task what to run; it may block on I/O
   * @param delay after which to run it; zero for at once
   * @return ends it: not run if it waits, interrupted if it runs; to call it again does nothing
   */
  Runnable schedule(Runnable task, Duration delay);

  /** Ends all tasks, and the threads; later tasks are not run. */
  @Override
  void close();

  /**
   * An executor with daemon threads of its own, named {@code vouchgate-keys}.
   *
   * @return the executor; it starts no thread before the first task
   */
  static RefreshExecutor background() {
    return new RefreshThreads();
  }
}
