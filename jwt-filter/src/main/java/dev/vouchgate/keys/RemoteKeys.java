package dev.vouchgate.keys;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.GateListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One issuer's published keys: fetched in the background, kept fresh, and kept through outages. */
public final class RemoteKeys implements KeyLocator, AutoCloseable {
  private final KeySetAddress address;

  /**
   * Creates a locator; it fetches nothing before {@link #start()}.
   *
   * @param address where the set is published
   * @param fetcher to fetch it with; not closed here
   * @param keyPolicy which keys are strong enough
   * @param policy how the set is kept fresh
   * @param clock the time
   * @param executor runs the fetches; not closed here
   * @param listener told of every change
   */
  @SuppressWarnings("unused")
  public RemoteKeys(
      KeySetAddress address,
      HttpFetcher fetcher,
      KeyPolicy keyPolicy,
      RemoteKeysPolicy policy,
      InstantSource clock,
      RefreshExecutor executor,
      GateListener listener) {
    this.address = address;
  }

  /** Begins to fetch, and returns at once. */
  public void start() {}

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) throws KeysUnavailableException {
    if (header.asMap().isEmpty()) {
      return Optional.empty();
    }
    throw new KeysUnavailableException("not yet", Duration.ofSeconds(1));
  }

  /** How the keys are now. */
  public RemoteKeysState state() {
    return new RemoteKeysState(
        address.toString(), false, Optional.empty(), List.of(), Optional.empty());
  }

  /** Ends refreshing and lets waiting requests go. */
  @Override
  public void close() {}
}
