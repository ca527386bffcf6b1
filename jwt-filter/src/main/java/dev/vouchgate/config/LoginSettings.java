package dev.vouchgate.config;

import dev.vouchgate.http.AddressRange;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.login.Logins;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How people log in.
 *
 * @param path where, below the application's own
 * @param proxies who are believed that they were asked by https
 * @param audiences of their tokens; at least one
 * @param lifetime how long a login can be renewed; zero for not at all
 * @param folder where logins are kept; empty for in memory
 */
record LoginSettings(
    String path,
    List<AddressRange> proxies,
    List<String> audiences,
    Duration lifetime,
    Optional<PrivateFolder> folder) {

  /** Begins to take them. */
  ServedLogins open(TokenIssuer issuer, Settings settings, InstantSource clock) {
    return new ServedLogins(
        new Logins(issuer, audiences, lifetime, folder, clock, settings.listener()),
        path,
        proxies,
        settings.request().cookie(),
        settings.request().realm(),
        settings.listener());
  }
}
