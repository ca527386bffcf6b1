package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.keys.RemoteKeysPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads how keys are fetched, kept fresh and kept on disk. */
final class FetchSettingsReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RemoteKeysPolicy DEFAULTS = RemoteKeysPolicy.defaults();

  private final SettingsReader reader;
  private final RouteReader routes;

  FetchSettingsReader(SettingsReader reader, LocationReader locations) {
    this.reader = reader;
    this.routes = new RouteReader(reader, locations);
  }

  boolean allowsHttp() {
    return reader.flag(KeySetting.JWKS_ALLOW_HTTP);
  }

  /**
   * Reads them.
   *
   * @param address that is to be asked first; empty if nothing is fetched
   */
  FetchSettings read(Optional<URI> address) {
    Duration deadline = duration(KeySetting.JWKS_DEADLINE, SECOND, MINUTE, DEFAULTS.patience());
    return new FetchSettings(
        new HttpFetcher.Limits(
            deadline, reader.number(KeySetting.JWKS_MAX_BYTES, 1024, 16_777_216), allowsHttp()),
        routes.read(address),
        policy(deadline),
        snapshots(address.isPresent()));
  }

  private RemoteKeysPolicy policy(Duration deadline) {
    Duration least = duration(KeySetting.JWKS_MIN_TTL, SECOND, HOUR, DEFAULTS.minTtl());
    Duration most =
        duration(KeySetting.JWKS_MAX_TTL, MINUTE, Duration.ofHours(24), DEFAULTS.maxTtl());
    if (least.compareTo(most) > 0) {
      reader.problem(
          KeySetting.JWKS_MIN_TTL.text()
              + ", "
              + KeySetting.JWKS_MAX_TTL.text()
              + ": the least is more than the most");
    }
    return new RemoteKeysPolicy(
        duration(KeySetting.JWKS_TTL, MINUTE, HOUR, DEFAULTS.ttl()),
        least,
        most,
        duration(
            KeySetting.JWKS_STALE_LIMIT, Duration.ZERO, Duration.ofDays(7), DEFAULTS.staleFor()),
        DEFAULTS.firstRetry(),
        DEFAULTS.maxRetry(),
        duration(
            KeySetting.JWKS_UNKNOWN_KID_INTERVAL,
            SECOND,
            Duration.ofMinutes(10),
            DEFAULTS.unknownKeyInterval()),
        deadline);
  }

  private Duration duration(Setting setting, Duration from, Duration to, Duration otherwise) {
    return reader.duration(setting, from, to).orElse(otherwise);
  }

  private Optional<PrivateFolder> snapshots(boolean fetched) {
    Optional<String> path = reader.text(KeySetting.JWKS_SNAPSHOT).filter(text -> fetched);
    try {
      return path.isPresent()
          ? Optional.of(PrivateFolder.open(Path.of(path.get())))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      reader.problem(
          KeySetting.JWKS_SNAPSHOT.text()
              + ": expected a folder of this process's own, to which nobody else may write: "
              + e);
      return Optional.empty();
    }
  }
}
