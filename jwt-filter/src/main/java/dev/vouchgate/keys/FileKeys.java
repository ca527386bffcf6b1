package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.KeysReloadFailed;
import dev.vouchgate.observe.KeysReloaded;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a file that is looked at every few seconds, in the background: a change takes effect
 * without a restart, and what cannot be used changes nothing.
 *
 * <p>The text itself is compared. Times and sizes may stay the same through a change, and a secret
 * mounted by Kubernetes changes by a symbolic link further up.
 */
public final class FileKeys implements KeyLocator, AutoCloseable {
  /** Half of the time within which a change has to take effect. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private final KeyFile file;
  private final InstantSource clock;
  private final RefreshExecutor executor;
  private final GateListener listener;
  private final AtomicReference<Runnable> cancelNext = new AtomicReference<>(() -> {});
  private volatile Reading reading;
  private volatile @Nullable String failure;
  private volatile boolean closed;

  /** What was read, and when it was found to be still so. */
  private record Reading(String text, JwkSet set, Instant at) {}

  /**
   * Creates a locator; it reads nothing before {@link #start()}.
   *
   * @param file the file
   * @param text what was read from it at deployment
   * @param set the keys that this text has
   * @param clock the time
   * @param executor reads it again; not closed here
   * @param listener told of changes; never throws
   */
  public FileKeys(
      KeyFile file,
      String text,
      JwkSet set,
      InstantSource clock,
      RefreshExecutor executor,
      GateListener listener) {
    this.file = file;
    this.clock = clock;
    this.executor = executor;
    this.listener = listener;
    this.reading = new Reading(text, set, clock.instant());
  }

  /** Begins to look at the file from time to time. */
  public void start() {
    cancelNext.getAndSet(executor.schedule(this::look, INTERVAL)).run();
    if (closed) {
      close();
    }
  }

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) {
    return reading.set().select(header);
  }

  /** How the keys are now. */
  public KeySetState state() {
    Reading current = reading;
    return new KeySetState(
        file.path().toString(),
        true,
        Optional.of(Duration.between(current.at(), clock.instant())),
        current.set().keyIds(),
        Optional.ofNullable(failure));
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
      Reading before = reading;
      boolean same = text.equals(before.text());
      reading = new Reading(text, same ? before.set() : file.format().keys(text), clock.instant());
      if (!same || failure != null) {
        reloaded(before.set());
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

  private void reloaded(JwkSet before) {
    failure = null;
    JwkSet now = reading.set();
    String source = file.path().toString();
    listener.keysReloaded(new KeysReloaded(source, now.keyIds()));
    if (!before.keys().equals(now.keys())) {
      KeyNews.rotated(listener, source, before, now);
    }
  }

  private void failed(String reason) {
    if (!reason.equals(failure)) {
      failure = reason;
      listener.keysReloadFailed(new KeysReloadFailed(file.path().toString(), reason));
    }
  }
}
