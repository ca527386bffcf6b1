package dev.vouchgate.config;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.issue.RingKeys;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.keys.FileKeys;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFile;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.keys.RemoteKeys;
import dev.vouchgate.keys.WatchedFile;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What keeps the keys of one gate fresh, shared by all its issuers: a few threads, and one HTTP
 * client for all who may be fetched from alike.
 */
final class KeyUpkeep implements AutoCloseable {
  private final InstantSource clock;
  private final GateListener listener;
  private final RefreshExecutor executor = RefreshExecutor.background();
  private final Map<FetchSettings.Client, HttpFetcher> fetchers = new ConcurrentHashMap<>();

  KeyUpkeep(InstantSource clock, GateListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** Sets one issuer's keys to work; remote ones begin to be fetched in the background. */
  KeySource open(KeySettings settings) {
    return settings.fixed().map(this::configured).orElseGet(() -> fetched(settings));
  }

  /** Keeps a ring up from now on; its own verifiers have its keys from it. */
  KeySource keep(SigningKeyRing ring) {
    RingKeys keys = ring.verificationKeys();
    keepUp(ring);
    return new KeySource(
        keys,
        () ->
            new KeySetState(
                "our own",
                !keys.keyIds().isEmpty(),
                Optional.empty(),
                keys.keyIds(),
                Optional.empty()),
        () -> {});
  }

  private void keepUp(SigningKeyRing ring) {
    executor.schedule(
        () -> {
          try {
            ring.keepUp();
          } finally {
            keepUp(ring);
          }
        },
        ring.upkeepInterval());
  }

  /** Keys as they are now, wherever they were configured. */
  <T> Supplier<T> current(ConfiguredKeys<T> configured, Function<T, List<String>> keyIds) {
    return configured
        .file()
        .<Supplier<T>>map(file -> watch(configured, file, keyIds)::keys)
        .orElse(configured::keys);
  }

  /** Runs what must not keep a request waiting. */
  RefreshExecutor executor() {
    return executor;
  }

  /** The HTTP client for a way of asking. */
  HttpFetcher fetcher(FetchSettings.Client client) {
    return fetchers.computeIfAbsent(client, FetchSettings.Client::open);
  }

  private KeySource configured(ConfiguredKeys<JwkSet> configured) {
    if (configured.file().isPresent()) {
      FileKeys keys = new FileKeys(watch(configured, configured.file().get(), JwkSet::keyIds));
      return new KeySource(keys, keys::state, keys.file()::close);
    }
    JwkSet set = configured.keys();
    KeySetState state =
        new KeySetState(
            configured.source(),
            !set.keys().isEmpty(),
            Optional.empty(),
            set.keyIds(),
            Optional.empty());
    return new KeySource(new FixedKeys(set), () -> state, () -> {});
  }

  private <T> WatchedFile<T> watch(
      ConfiguredKeys<T> configured, KeyFile<T> file, Function<T, List<String>> keyIds) {
    WatchedFile<T> watched =
        new WatchedFile<>(
            file, configured.text(), configured.keys(), keyIds, clock, executor, listener);
    watched.start();
    return watched;
  }

  private KeySource fetched(KeySettings settings) {
    FetchSettings fetching = settings.fetching();
    RemoteKeys keys =
        new RemoteKeys(
            settings.address().orElseThrow(),
            fetcher(fetching.client()),
            settings.policy(),
            fetching.policy(),
            fetching.snapshots(),
            clock,
            executor,
            listener);
    keys.start();
    return new KeySource(keys, keys::state, keys::close);
  }

  /** Ends all upkeep, of sources that are closed by then. */
  @Override
  public void close() {
    executor.close();
    fetchers.values().forEach(HttpFetcher::close);
  }
}
