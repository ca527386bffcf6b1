package dev.vouchgate.jwe;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Optional;

/**
 * A Weierstrass curve that signatures and key agreement here use, {@code crv} (RFC 7518 §6.2.1.1).
 */
public enum EcCurve {
  /** NIST P-256. */
  P_256("P-256", "secp256r1"),
  /** NIST P-384. */
  P_384("P-384", "secp384r1"),
  /** NIST P-521. */
  P_521("P-521", "secp521r1");

  private final String registeredName;

  @SuppressWarnings("ImmutableEnumChecker") // it has no setters, all the way down
  private final ECParameterSpec parameters;

  EcCurve(String registeredName, String jcaName) {
    this.registeredName = registeredName;
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(jcaName));
      this.parameters = named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks the curve " + registeredName, e);
    }
  }

  /**
   * The curve of that name.
   *
   * @param crv a {@code crv} value, compared exactly
   * @return the curve, or empty if none here has that name
   */
  public static Optional<EcCurve> named(String crv) {
    return Arrays.stream(values()).filter(curve -> curve.registeredName.equals(crv)).findFirst();
  }

  /**
   * The curve with those parameters, compared one by one: a name could be claimed.
   *
   * @param parameters of a key
   * @return the curve, or empty if none here has all of them
   */
  public static Optional<EcCurve> of(ECParameterSpec parameters) {
    return Arrays.stream(values()).filter(curve -> curve.hasParameters(parameters)).findFirst();
  }

  /** What the Java platform knows it by. */
  public ECParameterSpec parameters() {
    return parameters;
  }

  /** Bytes of each coordinate, always that many (RFC 7518 §6.2.1.2). */
  public int coordinateLength() {
    return (parameters.getCurve().getField().getFieldSize() + 7) / Byte.SIZE;
  }

  /**
   * Whether a point lies on the curve, without which its private key can be guessed piece by piece
   * (RFC 8725 §3.4); the cofactor is 1, so any such point generates the whole group.
   *
   * @param point any point
   * @return true if it does, and its coordinates are below p
   */
  public boolean contains(ECPoint point) {
    if (point.equals(ECPoint.POINT_INFINITY)) {
      return false;
    }
    BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (!isBelow(x, p) || !isBelow(y, p)) {
      return false;
    }
    BigInteger right =
        x.pow(3)
            .add(parameters.getCurve().getA().multiply(x))
            .add(parameters.getCurve().getB())
            .mod(p);
    return y.multiply(y).mod(p).equals(right);
  }

  private boolean hasParameters(ECParameterSpec other) {
    return parameters.getCurve().equals(other.getCurve())
        && parameters.getGenerator().equals(other.getGenerator())
        && parameters.getOrder().equals(other.getOrder())
        && parameters.getCofactor() == other.getCofactor();
  }

  private static boolean isBelow(BigInteger coordinate, BigInteger p) {
    return coordinate.signum() >= 0 && coordinate.compareTo(p) < 0;
  }

  /** The {@code crv} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
