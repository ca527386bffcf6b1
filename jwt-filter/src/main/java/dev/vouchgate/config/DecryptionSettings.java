package dev.vouchgate.config;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import java.util.Set;

/**
 * How encrypted tokens are opened, whoever issued them.
 *
 * @param algorithms how content keys may be wrapped
 * @param keys the private keys
 */
record DecryptionSettings(Set<JweAlgorithm> algorithms, ConfiguredKeys<DecryptionKeys> keys) {}
