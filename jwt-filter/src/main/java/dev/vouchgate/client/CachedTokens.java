package dev.vouchgate.client;

import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.keys.RefreshExecutor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The token that a service is called with, in memory alone: used while it lives, replaced ahead of
 * its end by whoever uses it then, in the background. One new one is asked for at a time; only who
 * has none that is still good waits for it.
 *
 * <p>Safe for many threads. If no new one can be had, the old one is used until its end.
 */
public final class CachedTokens implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.vouchgate");

  /** Of a token's life: it may be on the way, or clocks may differ, when it ends. */
  private static final int LAST_PART = 10;

  private static final Duration LONGEST_LAST_PART = Duration.ofSeconds(10);

  /** Between two attempts in vain; longer each time as long as the old token will do. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int MAX_DOUBLINGS = 4;

  /** A service that refuses every token must not make us ask for one at each call. */
  private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(10);

  private final TokenSource source;
  private final InstantSource clock;
  private final RefreshExecutor executor;
  private final Duration patience;
  private final AtomicReference<@Nullable CompletableFuture<Held>> flight = new AtomicReference<>();
  private volatile @Nullable Held held;
  private volatile Failure failure = Failure.NONE;
  private volatile Instant refusedAt = Instant.MIN;
  private volatile boolean closed;

  /** A token, and when it is to be replaced and used no more. */
  private record Held(String compact, Instant refreshAt, Instant goodUntil) {
    static Held of(IssuedToken token, Instant now) {
      Duration life = Duration.between(now, token.expiresAt());
      Duration last = life.dividedBy(LAST_PART);
      return new Held(
          token.compact(),
          now.plus(life.multipliedBy(3).dividedBy(4)),
          token
              .expiresAt()
              .minus(last.compareTo(LONGEST_LAST_PART) < 0 ? last : LONGEST_LAST_PART));
    }

    boolean isGood(Instant now) {
      return now.isBefore(goodUntil);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Held[goodUntil=" + goodUntil + "]";
    }
  }

  /**
   * Why there is nothing newer.
   *
   * @param reason of the latest failure
   * @param times it failed in a row
   * @param at when it did
   */
  private record Failure(String reason, int times, Instant at) {
    static final Failure NONE = new Failure("", 0, Instant.MIN);

    boolean isOver(Instant now, boolean urgent) {
      int doublings = urgent ? 0 : Math.min(Math.max(times - 1, 0), MAX_DOUBLINGS);
      return !now.isBefore(at.plus(PAUSE.multipliedBy(1L << doublings)));
    }
  }

  /**
   * Creates it; no token is asked for before the first is needed.
   *
   * @param source of new tokens
   * @param clock the time
   * @param executor asks for them; not closed here
   * @param patience how long a caller waits for a token, at most
   */
  public CachedTokens(
      TokenSource source, InstantSource clock, RefreshExecutor executor, Duration patience) {
    this.source = source;
    this.clock = clock;
    this.executor = executor;
    this.patience = patience;
  }

  /**
   * The token to use now.
   *
   * @return a token in compact serialization
   * @throws TokenUnavailableException if there is none that is good, and no new one can be had
   */
  @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is in use then, or logged
  public String token() throws TokenUnavailableException {
    Held current = held;
    Instant now = clock.instant();
    Failure last = failure;
    if (current != null && current.isGood(now)) {
      if (!now.isBefore(current.refreshAt()) && last.isOver(now, false)) {
        ask(current);
      }
      return current.compact();
    }
    if (!last.isOver(now, true)) {
      throw new TokenUnavailableException(last.reason());
    }
    return await(ask(current));
  }

  /**
   * Another token than one that the service has refused, perhaps because the key that signed it was
   * revoked. The old one is used on if no new one can be had.
   *
   * @param refused the token
   * @return the other; empty if there is none, or one was refused shortly before
   */
  public Optional<String> insteadOf(String refused) {
    Held current = held;
    Instant now = clock.instant();
    if (current != null && current.isGood(now) && !current.compact().equals(refused)) {
      return Optional.of(current.compact());
    }
    if (now.isBefore(refusedAt.plus(BETWEEN_REFUSALS))) {
      return Optional.empty();
    }
    refusedAt = now;
    try {
      return Optional.of(await(ask(current)));
    } catch (TokenUnavailableException e) {
      LOG.log(Level.DEBUG, "A token was refused, and there is no other: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Asks for no more tokens, and forgets the one that it has. */
  @Override
  public void close() {
    closed = true;
    held = null;
    CompletableFuture<Held> last = flight.get();
    if (last != null) {
      last.completeExceptionally(new TokenUnavailableException("the application has stopped"));
    }
  }

  /** Begins to ask for a newer token than one, or joins who does. */
  private CompletableFuture<Held> ask(@Nullable Held older) {
    CompletableFuture<Held> mine = new CompletableFuture<>();
    CompletableFuture<Held> other = flight.compareAndExchange(null, mine);
    if (other != null) {
      return other;
    }
    if (closed) {
      mine.completeExceptionally(new TokenUnavailableException("the application has stopped"));
      flight.set(null);
      return mine;
    }
    Held newer = held;
    if (newer != null && !newer.equals(older)) {
      // It has come in between.
      flight.set(null);
      mine.complete(newer);
      return mine;
    }
    executor.schedule(() -> fetch(mine), Duration.ZERO);
    return mine;
  }

  private void fetch(CompletableFuture<Held> mine) {
    try {
      Held fetched = Held.of(source.fetch(), clock.instant());
      if (!closed) {
        held = fetched;
      }
      failure = Failure.NONE;
      flight.set(null);
      mine.complete(fetched);
    } catch (TokenUnavailableException | RuntimeException e) {
      failed(String.valueOf(e.getMessage()));
      flight.set(null);
      mine.completeExceptionally(e);
    }
  }

  private void failed(String reason) {
    Failure before = failure;
    failure = new Failure(reason, before.times() + 1, clock.instant());
    if (!closed && !reason.equals(before.reason())) {
      LOG.log(Level.WARNING, "No new token to call a service with: {0}", reason);
    }
  }

  private String await(CompletableFuture<Held> asked) throws TokenUnavailableException {
    try {
      return asked.get(patience.toNanos(), TimeUnit.NANOSECONDS).compact();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TokenUnavailableException(String.valueOf(cause.getMessage()), cause);
    } catch (TimeoutException e) {
      throw new TokenUnavailableException("there was no token within " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenUnavailableException("waiting for a token was interrupted", e);
    }
  }
}
