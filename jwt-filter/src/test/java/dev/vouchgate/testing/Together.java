package dev.vouchgate.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that meet. */
public final class Together {

  private Together() {}

  /** What each of so many threads gets that all begin at once. */
  public static <T> List<T> call(int count, Callable<T> each) throws Exception {
    CyclicBarrier beginning = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      Callable<T> one =
          () -> {
            beginning.await();
            return each.call();
          };
      List<T> results = new ArrayList<>();
      for (Future<T> end : threads.invokeAll(Collections.nCopies(count, one))) {
        results.add(end.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Waits where nothing may be thrown; an interrupted thread goes on, and stays interrupted. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
