package dev.vouchgate.config;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.keys.FileKeys;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFile;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.keys.RemoteKeys;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

  private KeySource configured(ConfiguredKeys keys) {
    return keys.file().map(file -> watched(keys, file)).orElseGet(() -> fixed(keys));
  }

  private static KeySource fixed(ConfiguredKeys keys) {
    JwkSet set = keys.set();
    KeySetState state =
        new KeySetState(
            keys.source(), !set.keys().isEmpty(), Optional.empty(), set.keyIds(), Optional.empty());
    return new KeySource(new FixedKeys(set), () -> state, () -> {});
  }

  private KeySource watched(ConfiguredKeys configured, KeyFile file) {
    FileKeys keys =
        new FileKeys(file, configured.text(), configured.set(), clock, executor, listener);
    keys.start();
    return new KeySource(keys, keys::state, keys::close);
  }

  private KeySource fetched(KeySettings settings) {
    FetchSettings fetching = settings.fetching();
    RemoteKeys keys =
        new RemoteKeys(
            settings.address().orElseThrow(),
            fetchers.computeIfAbsent(fetching.client(), FetchSettings.Client::open),
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
