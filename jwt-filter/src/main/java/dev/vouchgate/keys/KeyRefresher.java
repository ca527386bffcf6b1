package dev.vouchgate.keys;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import dev.vouchgate.observe.KeysFetchFailed;
import dev.vouchgate.observe.KeysFetched;
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
  private final GateListener listener;
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

  KeyRefresher(KeyFetch fetch, Backoff backoff, RefreshExecutor executor, GateListener listener) {
    this.fetch = fetch;
    this.backoff = backoff;
    this.executor = executor;
    this.listener = listener;
  }

  void start() {
    startedAt = fetch.clock().instant();
    refresh();
  }

  /** The keys fetched last, be they too old or not; null before the first. */
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
      tell(before, fetched, skipped);
      return backoff.ahead(fetched.freshFor());
    } catch (FetchException | KeyFormatException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Keys of " + fetch.address() + " could not be read", e);
      return failed(e.toString());
    }
  }

  private void tell(@Nullable LoadedKeys before, LoadedKeys fetched, List<String> skipped) {
    String source = fetched.source();
    skipped.forEach(key -> listener.keySkipped(new KeySkipped(source, key)));
    boolean changed = before == null || !before.set().keys().equals(fetched.set().keys());
    listener.keysFetched(
        new KeysFetched(source, fetched.set().keyIds(), fetched.freshFor(), changed));
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
      listener.keysFetchFailed(new KeysFetchFailed(source, reason, usable, pause));
    }
    return pause;
  }
}
