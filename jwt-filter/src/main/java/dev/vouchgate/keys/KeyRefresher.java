package dev.vouchgate.keys;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.observe.GateListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one issuer's keys fresh, one fetch at a time, and plans the next after each: ahead of
 * expiry, or after a pause that grows with each failure. A failed fetch changes nothing in use.
 */
final class KeyRefresher implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.vouchgate");

  private final KeyFetch fetch;
  private final Backoff backoff;
  private final RefreshExecutor executor;
  private final Optional<KeySnapshot> snapshot;
  private final KeyNews news;
  private final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();
  private final AtomicReference<Runnable> cancelNext = new AtomicReference<>(() -> {});
  private volatile @Nullable LoadedKeys loaded;
  private volatile @Nullable Failure failure;
  private volatile Instant startedAt = Instant.MIN;
  private volatile Instant nextAt = Instant.MIN;
  private volatile Runnable cancelFlight = () -> {};
  private volatile boolean closed;

  /**
   * Why there is nothing newer.
   *
   * @param reason of the latest failure
   * @param times it failed in a row
   */
  record Failure(String reason, int times) {}

  KeyRefresher(
      KeyFetch fetch,
      Optional<KeySnapshot> snapshot,
      Backoff backoff,
      RefreshExecutor executor,
      GateListener listener) {
    this.fetch = fetch;
    this.snapshot = snapshot;
    this.backoff = backoff;
    this.executor = executor;
    this.news = new KeyNews(listener);
  }

  void start() {
    startedAt = fetch.clock().instant();
    snapshot.ifPresent(this::restore);
    refresh();
  }

  /** The keys fetched last, or those of the snapshot; too old or not, null before the first. */
  @Nullable LoadedKeys loaded() {
    return loaded;
  }

  /** Null if the latest fetch brought keys, or none has ended yet. */
  @Nullable Failure failure() {
    return failure;
  }

  /** When the next fetch is planned; past while one is in progress. */
  Instant nextAt() {
    return nextAt;
  }

  /** The fetch in progress, if any. */
  Optional<Flight> inProgress() {
    return Optional.ofNullable(flight.get());
  }

  /** Begins a fetch, or joins the one in progress. */
  Flight refresh() {
    Flight mine = new Flight();
    if (closed) {
      mine.end();
      return mine;
    }
    Flight other = flight.compareAndExchange(null, mine);
    if (other != null) {
      return other;
    }
    cancelFlight = executor.schedule(() -> fly(mine), Duration.ZERO);
    if (closed) {
      cancelFlight.run();
    }
    return mine;
  }

  @Override
  public void close() {
    closed = true;
    cancelNext.getAndSet(() -> {}).run();
    cancelFlight.run();
    inProgress().ifPresent(Flight::end);
  }

  private void fly(Flight mine) {
    Duration pause = fetch.policy().maxRetry();
    try {
      pause = attempt();
    } finally {
      nextAt = fetch.clock().instant().plus(pause);
      // In this order, or the next fetch might join this one, which plans no other any more.
      flight.set(null);
      plan(pause);
      mine.end();
    }
    // Last, for nobody is to wait for a disk.
    snapshot.ifPresent(this::keep);
  }

  private void plan(Duration pause) {
    Runnable cancel = executor.schedule(this::refresh, pause);
    cancelNext.getAndSet(cancel).run();
    if (closed) {
      // In between: then nobody else knows of it.
      cancel.run();
    }
  }

  private Duration attempt() {
    List<String> skipped = new ArrayList<>();
    try {
      LoadedKeys before = loaded;
      LoadedKeys fetched = fetch.fetch(before, skipped::add);
      loaded = fetched;
      failure = null;
      news.fetched(before, fetched, skipped);
      return backoff.ahead(fetched.freshFor());
    } catch (FetchException | KeyFormatException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Keys of " + fetch.address() + " could not be read", e);
      return failed(e.toString());
    }
  }

  private void restore(KeySnapshot file) {
    List<String> skipped = new ArrayList<>();
    try {
      Optional<LoadedKeys> kept = file.read(fetch, skipped::add);
      if (kept.isPresent()) {
        loaded = kept.get();
        news.restored(kept.get(), skipped, startedAt);
      }
    } catch (IOException | KeyFormatException e) {
      news.snapshotFailed(fetch.address().toString(), String.valueOf(e.getMessage()));
    }
  }

  private void keep(KeySnapshot file) {
    LoadedKeys current = loaded;
    if (current == null || failure != null || closed) {
      return;
    }
    try {
      file.write(current);
      news.snapshotWritten();
    } catch (IOException e) {
      if (!closed) {
        news.snapshotFailed(current.source(), String.valueOf(e.getMessage()));
      }
    }
  }

  private Duration failed(String reason) {
    Failure before = failure;
    Failure now = new Failure(reason, before == null ? 1 : before.times() + 1);
    failure = now;
    Instant time = fetch.clock().instant();
    LoadedKeys kept = loaded;
    boolean warmingUp = kept == null && time.isBefore(startedAt.plus(Backoff.WARM_UP));
    Duration pause = backoff.retry(now.times(), warmingUp);
    if (!closed) {
      String source = kept == null ? fetch.address().toString() : kept.source();
      boolean usable = kept != null && kept.isUsableAt(time);
      news.failed(source, reason, usable, pause);
    }
    return pause;
  }
}
