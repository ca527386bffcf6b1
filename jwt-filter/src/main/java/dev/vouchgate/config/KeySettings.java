package dev.vouchgate.config;

import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import java.util.Optional;

/**
 * Where the issuer's keys come from.
 *
 * @param fixed the keys themselves, read at deployment; empty if they are fetched
 * @param address where they are fetched; empty if they are fixed
 * @param fetching how they are fetched
 * @param policy which keys are good enough
 */
record KeySettings(
    Optional<ConfiguredKeys<JwkSet>> fixed,
    Optional<KeySetAddress> address,
    FetchSettings fetching,
    KeyPolicy policy) {

  /** The same with no key at all, and none to be fetched. */
  KeySettings none() {
    return new KeySettings(Optional.of(ConfiguredKeys.none()), address, fetching, policy);
  }
}
