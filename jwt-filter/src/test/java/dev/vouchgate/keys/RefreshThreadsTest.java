package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefreshThreadsTest {
  private static final InheritableThreadLocal<String> CALLER = new InheritableThreadLocal<>();

  private final RefreshExecutor executor = RefreshExecutor.background();

  @AfterEach
  void close() {
    executor.close();
    CALLER.remove();
  }

  @Test
  void runsTasksNowAndLaterOnThreadsOfItsOwn() throws Exception {
    Thread now = threadOf(Duration.ZERO);
    Thread later = threadOf(Duration.ofMillis(20));

    assertThat(now).isNotSameAs(Thread.currentThread());
    assertThat(now.getName()).isEqualTo("vouchgate-keys");
    assertThat(now.isDaemon()).isTrue();
    assertThat(later.getName()).isEqualTo("vouchgate-keys");
  }

  @Test
  void itsThreadsTakeNothingFromWhoeverStartsThem() throws Exception {
    CALLER.set("a caller's secret");
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    ClassLoader application = new ClassLoader(own) {};
    CompletableFuture<String> inherited = new CompletableFuture<>();
    CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
    try {
      current.setContextClassLoader(application);
      executor.schedule(
          () -> {
            inherited.complete(String.valueOf(CALLER.get()));
            loader.complete(Thread.currentThread().getContextClassLoader());
          },
          Duration.ZERO);
    } finally {
      current.setContextClassLoader(own);
    }

    assertThat(inherited.get(30, TimeUnit.SECONDS)).isEqualTo("null");
    assertThat(loader.get(30, TimeUnit.SECONDS)).isNotSameAs(application);
  }

  @Test
  void oneTaskThatHangsDoesNotHoldUpAnother() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    executor.schedule(() -> await(never), Duration.ZERO);

    assertThat(threadOf(Duration.ZERO)).isNotNull();
  }

  @Test
  void cancellingInterruptsTaskThatRuns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Runnable cancel =
        executor.schedule(
            () -> {
              running.countDown();
              interrupted.complete(await(new CountDownLatch(1)));
            },
            Duration.ZERO);
    running.await();

    cancel.run();
    cancel.run();

    assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingEndsItsThreads() throws Exception {
    Thread busy = threadOf(Duration.ZERO);
    executor.schedule(() -> await(new CountDownLatch(1)), Duration.ZERO);
    executor.schedule(() -> {}, Duration.ofDays(1));

    executor.close();

    busy.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(busy.isAlive()).isFalse();
  }

  @Test
  void onceClosedItRunsNothingAndDoesNotComplain() {
    executor.close();
    CompletableFuture<Thread> ran = new CompletableFuture<>();

    executor.schedule(() -> ran.complete(Thread.currentThread()), Duration.ZERO).run();

    assertThat(ran).isNotDone();
  }

  private Thread threadOf(Duration delay) throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    executor.schedule(() -> thread.complete(Thread.currentThread()), delay);
    return thread.get(30, TimeUnit.SECONDS);
  }

  /** Whether the wait was interrupted. */
  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
