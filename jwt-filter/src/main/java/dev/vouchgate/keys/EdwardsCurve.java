package dev.vouchgate.keys;

import java.math.BigInteger;
import java.security.spec.EdECPoint;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * An Edwards curve {@code a x² + y² = 1 + d x² y²} over the integers modulo p, {@code crv} (RFC
 * 8037 §2, RFC 8032 §5).
 */
enum EdwardsCurve {
  ED25519(NamedParameterSpec.ED25519, 32, p25519(), -1, d25519(), 3),
  ED448(NamedParameterSpec.ED448, 57, p448(), 1, BigInteger.valueOf(-39081), 2);

  private static final BigInteger FOUR = BigInteger.valueOf(4);

  @SuppressWarnings("ImmutableEnumChecker") // it has no setters
  private final NamedParameterSpec parameters;

  private final int length;
  private final BigInteger p;
  private final BigInteger a;
  private final BigInteger d;
  private final int cofactorBits;

  EdwardsCurve(
      NamedParameterSpec parameters,
      int length,
      BigInteger p,
      long a,
      BigInteger d,
      int cofactorBits) {
    this.parameters = parameters;
    this.length = length;
    this.p = p;
    this.a = BigInteger.valueOf(a);
    this.d = d;
    this.cofactorBits = cofactorBits;
  }

  static Optional<EdwardsCurve> named(String crv) {
    return Arrays.stream(values())
        .filter(curve -> curve.parameters.getName().equals(crv))
        .findFirst();
  }

  NamedParameterSpec parameters() {
    return parameters;
  }

  /** Bytes of an encoded point. */
  int length() {
    return length;
  }

  /**
   * Reads a point as it is encoded: y, little-endian, with the lowest bit of x at the top (RFC 8032
   * §5.1.2, §5.2.2). Whether there is such a point, {@link #contains} tells.
   *
   * @param encoded exactly {@link #length()} bytes
   */
  static EdECPoint decode(byte[] encoded) {
    byte[] bigEndian = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      bigEndian[i] = encoded[encoded.length - 1 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    return new EdECPoint(odd, new BigInteger(1, bigEndian));
  }

  /** The other way round. */
  byte[] encode(EdECPoint point) {
    byte[] bigEndian = point.getY().toByteArray();
    byte[] encoded = new byte[length];
    for (int i = 0; i < Math.min(length, bigEndian.length); i++) {
      encoded[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (point.isXOdd()) {
      encoded[length - 1] |= (byte) 0x80;
    }
    return encoded;
  }

  /** Whether there is such a point, in its one encoding (RFC 8032 §5.1.3, §5.2.3). */
  boolean contains(EdECPoint point) {
    BigInteger y = point.getY();
    if (y.signum() < 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger xSquare = xSquare(y);
    if (xSquare.signum() == 0) {
      return !point.isXOdd();
    }
    BigInteger legendre = xSquare.modPow(p.subtract(BigInteger.ONE).shiftRight(1), p);
    return legendre.equals(BigInteger.ONE);
  }

  /**
   * Whether a point of the curve, multiplied by the cofactor, is the neutral one. As a public key
   * it would verify signatures that nobody made.
   */
  boolean isOfSmallOrder(EdECPoint point) {
    BigInteger y = point.getY();
    BigInteger xSquare = xSquare(y);
    for (int i = 0; i < cofactorBits; i++) {
      BigInteger ySquare = y.multiply(y).mod(p);
      BigInteger ax = a.multiply(xSquare);
      BigInteger doubledY =
          fraction(ySquare.subtract(ax), BigInteger.TWO.subtract(ax).subtract(ySquare));
      xSquare = fraction(FOUR.multiply(xSquare).multiply(ySquare), ax.add(ySquare).pow(2));
      y = doubledY;
    }
    return y.equals(BigInteger.ONE);
  }

  private BigInteger xSquare(BigInteger y) {
    BigInteger ySquare = y.multiply(y);
    return fraction(BigInteger.ONE.subtract(ySquare), a.subtract(d.multiply(ySquare)));
  }

  private BigInteger fraction(BigInteger numerator, BigInteger denominator) {
    return numerator.multiply(denominator.modInverse(p)).mod(p);
  }

  private static BigInteger p25519() {
    return BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  }

  private static BigInteger d25519() {
    return BigInteger.valueOf(-121665)
        .multiply(BigInteger.valueOf(121666).modInverse(p25519()))
        .mod(p25519());
  }

  private static BigInteger p448() {
    return BigInteger.TWO.pow(448).subtract(BigInteger.TWO.pow(224)).subtract(BigInteger.ONE);
  }

  /** The {@code crv} value, as registered. */
  @Override
  public String toString() {
    return parameters.getName();
  }
}
