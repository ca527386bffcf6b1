package dev.vouchgate.config;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.verify.TokenDecryption;
import java.util.Set;

/**
 * How encrypted tokens are opened, whoever issued them.
 *
 * @param algorithms how content keys may be wrapped
 * @param keys the private keys
 */
record DecryptionSettings(Set<JweAlgorithm> algorithms, ConfiguredKeys<DecryptionKeys> keys) {

  /** Opens tokens with the keys as they are at any time. */
  TokenDecryption open(KeyUpkeep upkeep) {
    return new TokenDecryption(algorithms, upkeep.current(keys, DecryptionKeys::keyIds));
  }
}
