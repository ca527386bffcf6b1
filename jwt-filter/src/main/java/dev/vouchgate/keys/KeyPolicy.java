package dev.vouchgate.keys;

/**
 * Which keys are strong enough.
 *
 * @param allowWeakRsa whether RSA keys from 1024 bits on are accepted; otherwise from 2048 on (RFC
 *     7518 §3.3). MicroProfile JWT 2.1 still lists 1024 bits, deprecated
 */
public record KeyPolicy(boolean allowWeakRsa) {
  private static final int MIN_RSA_BITS = 2048;
  private static final int MIN_WEAK_RSA_BITS = 1024;

  /** The least number of bits of an RSA modulus. */
  public int minRsaBits() {
    return allowWeakRsa ? MIN_WEAK_RSA_BITS : MIN_RSA_BITS;
  }
}
