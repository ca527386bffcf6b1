package dev.vouchgate.config;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.http.HttpRoute;
import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.keys.RemoteKeysPolicy;
import java.util.Optional;

/**
 * How keys are fetched and kept.
 *
 * @param limits of a fetch
 * @param route how their server is reached
 * @param policy how they are kept fresh
 * @param snapshots where the last good ones are kept on disk, if anywhere
 */
record FetchSettings(
    HttpFetcher.Limits limits,
    HttpRoute route,
    RemoteKeysPolicy policy,
    Optional<PrivateFolder> snapshots) {

  /** Those who share both may share a client. */
  record Client(HttpFetcher.Limits limits, HttpRoute route) {
    HttpFetcher open() {
      return new HttpFetcher(limits, route);
    }
  }

  Client client() {
    return new Client(limits, route);
  }
}
