package dev.vouchgate.config;

import dev.vouchgate.client.CallPolicy;
import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.client.ClientCredential;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How other services are called.
 *
 * @param services those that have settings of their own, by name
 * @param endpoint who gives us tokens, if anybody does
 * @param subject who we are in tokens that we sign
 */
record CallSettings(Map<String, CallPolicy> services, Optional<Endpoint> endpoint, String subject) {

  CallSettings {
    services = Map.copyOf(services);
  }

  /**
   * A token endpoint.
   *
   * @param address where it is
   * @param client who we are there
   * @param http how it is reached
   */
  record Endpoint(
      URI address, ConfiguredKeys<ClientCredential> client, FetchSettings.Client http) {}

  /**
   * How a service is called, with settings of its own or without. Those in the environment know it
   * in small letters, and by underscores where its name has anything else.
   */
  CallPolicy policy(String service) {
    CallPolicy own = services.get(service);
    if (own == null) {
      own = services.get(SettingName.underscored(service).toLowerCase(Locale.ROOT));
    }
    return own == null
        ? new CallPolicy(service, usualOrigin(endpoint.isPresent()), Optional.empty(), List.of())
        : own;
  }

  static TokenOrigin usualOrigin(boolean hasEndpoint) {
    return hasEndpoint ? TokenOrigin.STS : TokenOrigin.SELF;
  }
}
