package dev.vouchgate.config;

import dev.vouchgate.grant.Client;
import dev.vouchgate.grant.SubjectTokens;
import dev.vouchgate.grant.TokenEndpoint;
import dev.vouchgate.http.AddressRange;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.keys.KeyLocator;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * How tokens are given to clients.
 *
 * @param path below the application's own; begins with a slash
 * @param proxies who are believed that they were asked by https
 * @param clients at least one
 */
record TokenEndpointSettings(
    String path, List<AddressRange> proxies, List<ClientSettings> clients) {

  /**
   * Opens the endpoint.
   *
   * @param issuer who signs
   * @param settings all others
   * @param keys sets a client's keys to work
   * @param subjects who judges tokens that are exchanged
   * @param clock the time
   */
  ServedTokenEndpoint open(
      TokenIssuer issuer,
      Settings settings,
      BiFunction<String, KeySettings, KeyLocator> keys,
      SubjectTokens subjects,
      InstantSource clock) {
    Set<String> names = new HashSet<>(Set.of(issuer.policy().issuer()));
    settings.issuing().flatMap(IssueSettings::baseUrl).ifPresent(root -> names.add(root + path));
    TokenEndpoint endpoint =
        new TokenEndpoint(
            clients.stream().map(client -> opened(client, keys)).toList(),
            issuer,
            names,
            subjects,
            settings.tokens().signatures(),
            settings.request().realm(),
            clock,
            settings.listener());
    return new ServedTokenEndpoint(endpoint, path, proxies);
  }

  private static Client opened(
      ClientSettings client, BiFunction<String, KeySettings, KeyLocator> keys) {
    return new Client(
        client.name(),
        new Client.Credentials(
            client.secret(),
            client.apiKey(),
            client.keys().map(where -> keys.apply("the client " + client.name(), where))),
        client.rights());
  }
}
