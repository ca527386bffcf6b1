package dev.vouchgate.config;

import dev.vouchgate.grant.ApiKey;
import dev.vouchgate.grant.Client;
import dev.vouchgate.grant.PasswordHash;
import java.util.Optional;

/**
 * A client of the token endpoint.
 *
 * @param name its {@code client_id}
 * @param secret what its secret is known by
 * @param apiKey what its API key is known by
 * @param keys where the keys for its assertions come from
 * @param rights what it may ask for
 */
record ClientSettings(
    String name,
    Optional<PasswordHash> secret,
    Optional<ApiKey.Hash> apiKey,
    Optional<KeySettings> keys,
    Client.Rights rights) {}
