package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import java.util.Optional;

/**
 * One issuer's keys: finds the key that a token's header asks for.
 *
 * <p>Safe for use by many threads; does not block on I/O while it holds a usable set.
 */
@FunctionalInterface
public interface KeyLocator {

  /**
   * Finds the key to verify a token with.
   *
   * @param header the token's header; its {@code kid} is only compared, never followed
   * @return the one key that suits both {@code kid} and {@code alg}; empty if the set has none, or
   *     more than one could be meant
   * @throws KeysUnavailableException if there is no key set to look in
   */
  Optional<VerificationKey> locate(JoseHeader header) throws KeysUnavailableException;
}
