package dev.vouchgate.keys;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.observe.LoggingListener;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

/** An application that comes, fetches keys, and goes; loaded anew by {@link RedeploymentTest}. */
public final class RedeployedApplication implements Callable<Integer> {
  private final URI address;

  /** Creates it. */
  public RedeployedApplication(URI address) {
    this.address = address;
  }

  /** Lives, and tells how many keys it saw. */
  @Override
  public Integer call() throws KeysUnavailableException {
    try (HttpFetcher fetcher =
            new HttpFetcher(new HttpFetcher.Limits(Duration.ofSeconds(30), 524_288, false));
        RefreshExecutor executor = RefreshExecutor.background();
        RemoteKeys keys =
            new RemoteKeys(
                KeySetAddress.of(address),
                fetcher,
                new KeyPolicy(false),
                RemoteKeysPolicy.defaults(),
                Clock.systemUTC(),
                executor,
                new LoggingListener(Clock.systemUTC()))) {
      keys.start();
      return keys.locate(Headers.of("RS256", "a")).isPresent() ? keys.state().keyIds().size() : 0;
    }
  }
}
