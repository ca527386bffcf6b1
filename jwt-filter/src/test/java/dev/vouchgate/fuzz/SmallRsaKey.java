package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * An RSA key of 800 bits, the same in every run and everybody's to know: large enough for OAEP, and
 * so small that it can be used millions of times.
 */
final class SmallRsaKey {
  private static final int PRIME_BITS = 400;
  private static final BigInteger E = BigInteger.valueOf(65_537);

  private SmallRsaKey() {}

  static KeyPair pair() {
    try {
      BigInteger p = prime("one");
      BigInteger q = prime("another");
      BigInteger n = p.multiply(q);
      BigInteger pLess = p.subtract(BigInteger.ONE);
      BigInteger qLess = q.subtract(BigInteger.ONE);
      BigInteger d = E.modInverse(pLess.multiply(qLess));
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(n, E)),
          factory.generatePrivate(
              new RSAPrivateCrtKeySpec(
                  n, E, d, p, q, d.mod(pLess), d.mod(qLess), q.modInverse(p))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger prime(String name) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(name.getBytes(US_ASCII));
    return new BigInteger(1, hash)
        .setBit(PRIME_BITS - 1)
        .setBit(PRIME_BITS - 2)
        .nextProbablePrime();
  }
}
