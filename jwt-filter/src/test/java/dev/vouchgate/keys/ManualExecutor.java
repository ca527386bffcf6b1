package dev.vouchgate.keys;

import dev.vouchgate.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An executor whose time is a clock that the test moves. What is due at once runs at once, on the
 * caller's thread, unless it is held back.
 */
final class ManualExecutor implements RefreshExecutor {
  private final MutableClock clock;
  private final List<Task> tasks = new ArrayList<>();
  private boolean holding;

  private record Task(Runnable work, Instant due) {}

  ManualExecutor(MutableClock clock) {
    this.clock = clock;
  }

  @Override
  public Runnable schedule(Runnable work, Duration delay) {
    if (delay.isZero() && !holding) {
      work.run();
      return () -> {};
    }
    Task task = new Task(work, clock.instant().plus(delay));
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** From now on what is due at once waits for {@link #release}. */
  void hold() {
    holding = true;
  }

  /** Runs what was held back, and holds nothing back any more. */
  void release() {
    holding = false;
    advance(Duration.ZERO);
  }

  /** Moves the clock on, stopping at each task that is due on the way. */
  void advance(Duration step) {
    Instant end = clock.instant().plus(step);
    for (Optional<Task> next = next(); next.isPresent(); next = next()) {
      if (next.get().due().isAfter(end)) {
        break;
      }
      tasks.remove(next.get());
      if (next.get().due().isAfter(clock.instant())) {
        clock.set(next.get().due());
      }
      next.get().work().run();
    }
    clock.set(end);
  }

  /** How long until the next task is due; empty if there is none. */
  Optional<Duration> untilNext() {
    return next().map(task -> Duration.between(clock.instant(), task.due()));
  }

  /** How many tasks wait. */
  int waiting() {
    return tasks.size();
  }

  @Override
  public void close() {
    tasks.clear();
  }

  private Optional<Task> next() {
    return tasks.stream().min(Comparator.comparing(Task::due));
  }
}
