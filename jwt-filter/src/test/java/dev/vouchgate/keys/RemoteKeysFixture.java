package dev.vouchgate.keys;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remote keys between a server that the test commands and a time that the test moves. */
public final class RemoteKeysFixture implements AutoCloseable {
  final StubJwksServer server = new StubJwksServer();
  final MutableClock clock = new MutableClock();
  final ManualExecutor executor = new ManualExecutor(clock);
  final RecordingListener events = new RecordingListener();
  final RemoteKeys keys;

  /** Where the keys are sought. */
  volatile URI source = server.jwks();

  /** What is thrown instead of seeking them, if anything. */
  volatile @Nullable Throwable failure;

  private final HttpFetcher fetcher;

  /** The default policy, and a deadline that no test reaches. */
  public RemoteKeysFixture() {
    this(Duration.ofSeconds(30), RemoteKeysPolicy.defaults(), new GateListener() {});
  }

  /** The same, but a failure is followed by four hours of rest: for tests of long outages. */
  public static RemoteKeysFixture patient() {
    return new RemoteKeysFixture(
        Duration.ofSeconds(30),
        policy(Duration.ofHours(4), Duration.ofHours(12), Duration.ofSeconds(5)),
        new GateListener() {});
  }

  /** With another listener beside {@link #events}. */
  RemoteKeysFixture(Duration deadline, RemoteKeysPolicy policy, GateListener listener) {
    this(deadline, policy, listener, Optional.empty());
  }

  /** With its keys kept on disk. */
  RemoteKeysFixture(PrivateFolder snapshots) {
    this(
        Duration.ofSeconds(30),
        RemoteKeysPolicy.defaults(),
        new GateListener() {},
        Optional.of(snapshots));
  }

  private RemoteKeysFixture(
      Duration deadline,
      RemoteKeysPolicy policy,
      GateListener listener,
      Optional<PrivateFolder> snapshots) {
    fetcher = new HttpFetcher(new HttpFetcher.Limits(deadline, 524_288, false));
    keys =
        new RemoteKeys(
            address(),
            fetcher,
            new KeyPolicy(false),
            policy,
            snapshots,
            clock,
            executor,
            GateListener.all(List.of(events, listener)));
  }

  /** The default policy but for these. */
  static RemoteKeysPolicy policy(Duration firstRetry, Duration maxRetry, Duration patience) {
    RemoteKeysPolicy usual = RemoteKeysPolicy.defaults();
    return new RemoteKeysPolicy(
        usual.ttl(),
        usual.minTtl(),
        usual.maxTtl(),
        usual.staleFor(),
        firstRetry,
        maxRetry,
        usual.unknownKeyInterval(),
        patience);
  }

  private KeySetAddress address() {
    return new KeySetAddress() {
      @Override
      public URI resolve(HttpFetcher any) {
        if (failure instanceof Error error) {
          throw error;
        }
        if (failure instanceof RuntimeException bug) {
          throw bug;
        }
        return source;
      }

      @Override
      public String toString() {
        return source.toString();
      }
    };
  }

  /** Whom the keys are fetched from. */
  public StubJwksServer server() {
    return server;
  }

  /** The keys. */
  public RemoteKeys keys() {
    return keys;
  }

  /** Lets time pass, and do what is due in it. */
  public void advance(Duration step) {
    executor.advance(step);
  }

  /** Serves that and starts. */
  public RemoteKeysFixture started(String set) {
    server.serve(set);
    keys.start();
    return this;
  }

  /** Asks for an RS256 key of that name. */
  Optional<VerificationKey> locate(String kid) throws KeysUnavailableException {
    return keys.locate(Headers.of("RS256", kid));
  }

  @Override
  public void close() {
    keys.close();
    executor.close();
    fetcher.close();
    server.close();
  }
}
