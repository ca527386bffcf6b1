package dev.vouchgate.it.async;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread of the application's own, made during the first request that needs it. */
@ApplicationScoped
public class OwnThread {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  /** Has something done there. */
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @PreDestroy
  void end() {
    executor.shutdownNow();
  }
}
