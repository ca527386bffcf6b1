package dev.vouchgate.keys;

import dev.vouchgate.http.DetachedThreads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few daemon threads that run refreshes; idle ones end. */
final class RefreshThreads implements RefreshExecutor {
  private static final Logger LOG = System.getLogger("dev.vouchgate");
  private static final int THREADS = 4;
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(2);

  private final ScheduledThreadPoolExecutor pool;

  RefreshThreads() {
    this.pool =
        new ScheduledThreadPoolExecutor(
            THREADS, new DetachedThreads("vouchgate-keys"), (task, closed) -> {});
    pool.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    pool.allowCoreThreadTimeOut(true);
    pool.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    Future<?> scheduled = pool.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(true);
  }

  @Override
  public void close() {
    pool.shutdownNow();
    try {
      // A container that looks for left-over threads does so as soon as it has stopped us.
      boolean ended = pool.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(Level.DEBUG, "Key refreshing ended: {0}", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
