package dev.vouchgate.keys;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeysReloadFailed;
import dev.vouchgate.observe.KeysReloaded;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a file with keys holds: looked at every few seconds, in the background, so that a change
 * takes effect without a restart; what cannot be used changes nothing.
 *
 * <p>The text itself is compared. Times and sizes may stay the same through a change, and a secret
 * mounted by Kubernetes changes by a symbolic link further up.
 *
 * @param <T> the keys
 */
public final class WatchedFile<T> implements AutoCloseable {
  /** Half of the time within which a change has to take effect. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final KeyFile<T> file;
  private final Function<T, List<String>> keyIds;
  private final InstantSource clock;
  private final RefreshExecutor executor;
  private final GateListener listener;
  private final AtomicReference<Runnable> cancelNext = new AtomicReference<>(() -> {});
  private volatile Reading<T> reading;
  private volatile @Nullable String failure;
  private volatile boolean closed;

  /** What was read, and when it was found to be still so. */
  private record Reading<T>(String text, T keys, Instant at) {}

  /**
   * Creates it; nothing is read before {@link #start()}.
   *
   * @param file the file
   * @param text what was read from it at deployment
   * @param keys the keys that this text has
   * @param keyIds names the keys
   * @param clock the time
   * @param executor reads it again; not closed here
   * @param listener told of changes; never throws
   */
  public WatchedFile(
      KeyFile<T> file,
      String text,
      T keys,
      Function<T, List<String>> keyIds,
      InstantSource clock,
      RefreshExecutor executor,
      GateListener listener) {
    this.file = file;
    this.keyIds = keyIds;
    this.clock = clock;
    this.executor = executor;
    this.listener = listener;
    this.reading = new Reading<>(text, keys, clock.instant());
  }

  /** Begins to look at the file from time to time. */
  public void start() {
    cancelNext.getAndSet(executor.schedule(this::look, INTERVAL)).run();
    if (closed) {
      close();
    }
  }

  /** The keys that could be read last. */
  public T keys() {
    return reading.keys();
  }

  /** Its path. */
  String source() {
    return file.path().toString();
  }

  /** Since when nobody has looked. */
  Duration age() {
    return Duration.between(reading.at(), clock.instant());
  }

  /** Why the latest look was in vain; empty if it was not. */
  Optional<String> lastError() {
    return Optional.ofNullable(failure);
  }

  /** Looks at the file no more; its keys stay readable. */
  @Override
  public void close() {
    closed = true;
    cancelNext.getAndSet(() -> {}).run();
  }

  private void look() {
    try {
      String text = KeyLocation.read(file.path());
      Reading<T> before = reading;
      boolean same = text.equals(before.text());
      T keys = same ? before.keys() : file.format().keys(text);
      reading = new Reading<>(text, keys, clock.instant());
      if (!same || failure != null) {
        failure = null;
        listener.keysReloaded(new KeysReloaded(source(), keyIds.apply(keys)));
      }
    } catch (IOException | KeyFormatException e) {
      failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(e.toString());
    } finally {
      if (!closed) {
        start();
      }
    }
  }

  private void failed(String reason) {
    if (!reason.equals(failure)) {
      failure = reason;
      listener.keysReloadFailed(new KeysReloadFailed(source(), reason));
    }
  }
}
