package dev.vouchgate.keys;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What an RSA public key must be to judge by it (RFC 7518 §3.3, RFC 8017 §3.1). */
final class RsaFitness {
  /** Beyond this a single verification would take seconds. */
  private static final int MAX_BITS = 16_384;

  private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3);
  private static final int ROCA_GENERATOR = 65_537;
  private static final List<Integer> ROCA_PRIMES = oddPrimesUpTo(167);

  private RsaFitness() {}

  static void check(BigInteger modulus, BigInteger exponent, KeyPolicy policy)
      throws KeyFormatException {
    int bits = modulus.bitLength();
    if (bits < policy.minRsaBits()) {
      throw new KeyFormatException(
          "an RSA key of " + bits + " bits; expected at least " + policy.minRsaBits());
    }
    if (bits > MAX_BITS) {
      throw new KeyFormatException("an RSA key of " + bits + " bits; expected at most " + MAX_BITS);
    }
    if (!modulus.testBit(0)) {
      throw new KeyFormatException("an RSA key with an even modulus, which is no RSA key");
    }
    if (!exponent.testBit(0)
        || exponent.compareTo(MIN_EXPONENT) < 0
        || exponent.compareTo(modulus) >= 0) {
      throw new KeyFormatException(
          "an RSA key with a public exponent that is even, below 3 or not below the modulus");
    }
    if (isFromFaultyChip(modulus)) {
      throw new KeyFormatException(
          "an RSA key made by a faulty chip (ROCA, CVE-2017-15361): it can be broken, replace it");
    }
  }

  /**
   * The fingerprint of CVE-2017-15361: modulo each small prime, the modulus is a power of 65537. It
   * mistakes another key with a probability of about 2<sup>-27</sup>.
   */
  private static boolean isFromFaultyChip(BigInteger modulus) {
    for (int prime : ROCA_PRIMES) {
      int remainder = modulus.mod(BigInteger.valueOf(prime)).intValue();
      if (!powers(prime).get(remainder)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet powers(int prime) {
    BitSet powers = new BitSet(prime);
    for (int power = 1; !powers.get(power); power = power * (ROCA_GENERATOR % prime) % prime) {
      powers.set(power);
    }
    return powers;
  }

  private static List<Integer> oddPrimesUpTo(int last) {
    List<Integer> primes = new ArrayList<>();
    for (int candidate = 3; candidate <= last; candidate += 2) {
      int number = candidate;
      if (primes.stream().noneMatch(prime -> number % prime == 0)) {
        primes.add(candidate);
      }
    }
    return List.copyOf(primes);
  }
}
