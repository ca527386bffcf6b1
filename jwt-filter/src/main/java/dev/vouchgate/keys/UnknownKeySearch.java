package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.RefreshBudgetSpent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Asks the source for a key that its set has never heard of, within a budget. */
final class UnknownKeySearch {
  private static final int MAX_WAITING = 100;

  private final KeySetAddress address;
  private final KeyRefresher refresher;
  private final RemoteKeysPolicy policy;
  private final InstantSource clock;
  private final GateListener listener;
  private final RefreshBudget budget;
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  UnknownKeySearch(
      KeySetAddress address,
      KeyRefresher refresher,
      RemoteKeysPolicy policy,
      InstantSource clock,
      GateListener listener) {
    this.address = address;
    this.refresher = refresher;
    this.policy = policy;
    this.clock = clock;
    this.listener = listener;
    this.budget = new RefreshBudget(policy.unknownKeyInterval());
  }

  /**
   * Finds the key, if the source has it by now.
   *
   * @param header of a token whose key is not in the set
   */
  Optional<VerificationKey> find(JoseHeader header) {
    long end = System.nanoTime() + policy.patience().toNanos();
    Optional<Flight> earlier = refresher.inProgress();
    Optional<VerificationKey> arrived = select(header);
    if (arrived.isPresent() || refresher.failure() != null) {
      return arrived.isPresent() ? arrived : unawaited(header);
    }
    if (!waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      if (earlier.isPresent()) {
        // It may have asked before the key was published: what it brings decides nothing yet.
        earlier.get().await(Duration.ofNanos(end - System.nanoTime()));
        arrived = select(header);
      }
      return arrived.isPresent() ? arrived : asked(header, end);
    } finally {
      waiting.release();
    }
  }

  /** A source in trouble is asked once more, but nobody waits for it. */
  private Optional<VerificationKey> unawaited(JoseHeader header) {
    if (refresher.inProgress().isEmpty() && mayAsk(header)) {
      refresher.refresh();
    }
    return Optional.empty();
  }

  /** By a fetch that begins after the token has come. */
  private Optional<VerificationKey> asked(JoseHeader header, long end) {
    Optional<Flight> later = refresher.inProgress();
    if (later.isEmpty() && mayAsk(header)) {
      later = Optional.of(refresher.refresh());
    }
    boolean ended =
        later.map(flight -> flight.await(Duration.ofNanos(end - System.nanoTime()))).orElse(false);
    Optional<VerificationKey> arrived = select(header);
    if (arrived.isEmpty() && ended && refresher.failure() == null) {
      budget.remember(header.keyId().orElse(""), clock.instant());
    }
    return arrived;
  }

  private boolean mayAsk(JoseHeader header) {
    Instant now = clock.instant();
    String keyId = header.keyId().orElse("");
    if (budget.spend(keyId, now)) {
      return true;
    }
    if (budget.isNewsOfExhaustion(keyId, now)) {
      listener.refreshBudgetSpent(
          new RefreshBudgetSpent(address.toString(), policy.unknownKeyInterval()));
    }
    return false;
  }

  private Optional<VerificationKey> select(JoseHeader header) {
    LoadedKeys current = refresher.loaded();
    return current != null && current.isUsableAt(clock.instant())
        ? current.set().select(header)
        : Optional.empty();
  }
}
