package dev.vouchgate.keys;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One issuer's published keys: fetched in the background, refreshed ahead of expiry, and kept
 * through outages.
 *
 * <p>Who waits, and for what:
 *
 * <ul>
 *   <li>A token whose key is known never waits.
 *   <li>A token with an unknown {@code kid} waits for a fetch that begins after it has come, for
 *       the policy's patience at most: so a key that was just rotated in is accepted at its first
 *       use. It waits only if a fetch is in progress, or none was made for the sake of unknown keys
 *       within the interval; and neither if the latest fetch failed nor if a hundred others wait
 *       already. Otherwise it is not found, whatever becomes of the fetch.
 *   <li>Where there is no set, a request waits for the fetch in progress: with patience for the
 *       first, half a second once one has failed. If that brings none, one request per interval
 *       fetches at once instead of waiting for the next planned fetch: the source may have come up
 *       since, and an application that serves its own keys comes up with its first request. The
 *       others learn that keys are unavailable.
 * </ul>
 *
 * <p>No lock is held while waiting, and no thread but the executor's fetches.
 */
public final class RemoteKeys implements KeyLocator, AutoCloseable {
  private static final Duration SHORT_PATIENCE = Duration.ofMillis(500);
  private static final Duration MIN_RETRY_AFTER = Duration.ofSeconds(1);

  private final KeySetAddress address;
  private final RemoteKeysPolicy policy;
  private final InstantSource clock;
  private final KeyRefresher refresher;
  private final UnknownKeySearch search;
  private final RefreshBudget coldBudget;

  /**
   * Creates a locator; it fetches nothing before {@link #start()}.
   *
   * @param address where the set is published
   * @param fetcher to fetch it with; not closed here
   * @param keyPolicy which keys are strong enough
   * @param policy how the set is kept fresh
   * @param clock the time
   * @param executor runs the fetches; not closed here
   * @param listener told of every fetch, and of every key that is left out; never throws, as that
   *     of {@link GateListener#all}
   */
  public RemoteKeys(
      KeySetAddress address,
      HttpFetcher fetcher,
      KeyPolicy keyPolicy,
      RemoteKeysPolicy policy,
      InstantSource clock,
      RefreshExecutor executor,
      GateListener listener) {
    this(address, fetcher, keyPolicy, policy, Optional.empty(), clock, executor, listener);
  }

  /**
   * Creates a locator that also keeps its keys on disk; it fetches nothing before {@link #start()}.
   *
   * @param address where the set is published
   * @param fetcher to fetch it with; not closed here
   * @param keyPolicy which keys are strong enough
   * @param policy how the set is kept fresh
   * @param snapshots where the last good set is written, to be read at the next start
   * @param clock the time
   * @param executor runs the fetches; not closed here
   * @param listener told of all that happens to the keys; never throws
   */
  public RemoteKeys(
      KeySetAddress address,
      HttpFetcher fetcher,
      KeyPolicy keyPolicy,
      RemoteKeysPolicy policy,
      Optional<PrivateFolder> snapshots,
      InstantSource clock,
      RefreshExecutor executor,
      GateListener listener) {
    this.address = address;
    this.policy = policy;
    this.clock = clock;
    this.coldBudget = new RefreshBudget(policy.unknownKeyInterval());
    this.refresher =
        new KeyRefresher(
            new KeyFetch(address, fetcher, keyPolicy, policy, clock),
            snapshots.map(folder -> new KeySnapshot(folder, address)),
            new Backoff(policy, new Random()),
            executor,
            listener);
    this.search = new UnknownKeySearch(address, refresher, policy, clock, listener);
  }

  /** Takes up the keys of the snapshot, if there is one, begins to fetch, and returns at once. */
  public void start() {
    refresher.start();
  }

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) throws KeysUnavailableException {
    LoadedKeys current = usable();
    if (current == null) {
      return first().set().select(header);
    }
    Optional<VerificationKey> key = current.set().select(header);
    return key.isEmpty() && current.set().lacks(header) ? search.find(header) : key;
  }

  /** How the keys are now. */
  public KeySetState state() {
    LoadedKeys current = refresher.loaded();
    Optional<String> error =
        Optional.ofNullable(refresher.failure()).map(KeyRefresher.Failure::reason);
    if (current == null) {
      return new KeySetState(address.toString(), false, Optional.empty(), List.of(), error);
    }
    Instant now = clock.instant();
    return new KeySetState(
        current.source(),
        current.isUsableAt(now),
        Optional.of(Duration.between(current.fetchedAt(), now)),
        current.set().keyIds(),
        error);
  }

  /** Ends refreshing and lets waiting requests go; the last set stays readable. */
  @Override
  public void close() {
    refresher.close();
  }

  private @Nullable LoadedKeys usable() {
    LoadedKeys current = refresher.loaded();
    return current != null && current.isUsableAt(clock.instant()) ? current : null;
  }

  private LoadedKeys first() throws KeysUnavailableException {
    Duration patience = refresher.failure() == null ? policy.patience() : SHORT_PATIENCE;
    boolean ended = refresher.inProgress().map(flight -> flight.await(patience)).orElse(true);
    if (ended && usable() == null && coldBudget.spend("", clock.instant())) {
      ended = refresher.refresh().await(policy.patience());
    }
    LoadedKeys current = usable();
    if (current == null) {
      throw unavailable(ended);
    }
    return current;
  }

  private KeysUnavailableException unavailable(boolean ended) {
    KeyRefresher.Failure failure = refresher.failure();
    String reason = failure == null ? "the first fetch has not ended" : failure.reason();
    Duration next = Duration.between(clock.instant(), refresher.nextAt());
    return new KeysUnavailableException(
        "no keys of " + address + (ended ? ": " : ", and a fetch is in progress: ") + reason,
        next.compareTo(MIN_RETRY_AFTER) < 0 ? MIN_RETRY_AFTER : next);
  }
}
