package dev.vouchgate.config;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the issuer's keys come from.
 *
 * @param fixed the keys themselves, read at deployment; empty if they are fetched
 * @param address where they are fetched; empty if they are fixed
 * @param fetching the limits of a fetch
 * @param ttl how long a fetched set is used if the answer does not say
 * @param policy which keys are good enough
 * @param decryption the private keys for encrypted tokens, if any
 */
record KeySettings(
    Optional<JwkSet> fixed,
    Optional<KeySetAddress> address,
    HttpFetcher.Limits fetching,
    Duration ttl,
    KeyPolicy policy,
    Optional<DecryptionKeys> decryption) {

  /** The same with no key at all, and none to be fetched. */
  KeySettings none() {
    return new KeySettings(
        Optional.of(new JwkSet(List.of())), address, fetching, ttl, policy, decryption);
  }
}
