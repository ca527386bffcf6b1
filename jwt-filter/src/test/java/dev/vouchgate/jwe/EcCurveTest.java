package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcCurveTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void containsPointsOfRealKeys(EcCurve curve) {
    ECPublicKey key = key(curve);

    assertThat(EcCurve.of(key.getParams())).contains(curve);
    assertThat(curve.contains(key.getW())).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void containsNoPointBesideTheCurve(EcCurve curve) {
    ECPoint point = key(curve).getW();
    BigInteger one = BigInteger.ONE;

    assertThat(curve.contains(new ECPoint(point.getAffineX(), point.getAffineY().xor(one))))
        .isFalse();
    assertThat(curve.contains(new ECPoint(point.getAffineX().xor(one), point.getAffineY())))
        .isFalse();
    assertThat(curve.contains(new ECPoint(BigInteger.ZERO, BigInteger.ZERO))).isFalse();
    assertThat(curve.contains(ECPoint.POINT_INFINITY)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void containsNoSecondSpellingOfPoint(EcCurve curve) {
    ECPoint point = key(curve).getW();
    BigInteger p = ((ECFieldFp) curve.parameters().getCurve().getField()).getP();

    assertThat(curve.contains(new ECPoint(point.getAffineX().add(p), point.getAffineY())))
        .isFalse();
    assertThat(curve.contains(new ECPoint(point.getAffineX(), point.getAffineY().add(p))))
        .isFalse();
    assertThat(curve.contains(new ECPoint(point.getAffineX(), point.getAffineY().subtract(p))))
        .isFalse();
  }

  @Test
  void containsThePointWithoutAnXInOneSpelling() {
    EllipticCurve curve = EcCurve.P_256.parameters().getCurve();
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    // Its y is a root of b, found so because p is 3 modulo 4.
    BigInteger y = curve.getB().modPow(p.add(BigInteger.ONE).shiftRight(2), p);

    assertThat(EcCurve.P_256.contains(new ECPoint(BigInteger.ZERO, y))).isTrue();
    assertThat(EcCurve.P_256.contains(new ECPoint(p, y))).isFalse();
  }

  @Test
  void curvesDoNotShareTheirPoints() {
    ECPoint point = key(EcCurve.P_256).getW();

    assertThat(EcCurve.P_384.contains(point)).isFalse();
    assertThat(EcCurve.P_521.contains(point)).isFalse();
  }

  @Test
  void isNotFooledByAnotherGenerator() {
    // CVE-2020-0601: same curve, but a generator for which the forger knows the private key.
    ECParameterSpec real = EcCurve.P_256.parameters();
    ECParameterSpec forged =
        new ECParameterSpec(
            real.getCurve(), key(EcCurve.P_256).getW(), real.getOrder(), real.getCofactor());
    ECParameterSpec weak =
        new ECParameterSpec(
            new EllipticCurve(
                real.getCurve().getField(), real.getCurve().getA(), BigInteger.valueOf(7)),
            real.getGenerator(),
            real.getOrder(),
            real.getCofactor());

    assertThat(EcCurve.of(forged)).isEmpty();
    assertThat(EcCurve.of(weak)).isEmpty();
  }

  @ParameterizedTest(name = "crv \"{0}\"")
  @ValueSource(strings = {"p-256", "P256", "secp256r1", "secp256k1", "P-224", "Ed25519", ""})
  void knowsNoOtherNames(String crv) {
    assertThat(EcCurve.named(crv)).isEmpty();
  }

  @Test
  void coordinatesHaveTheLengthOfTheField() {
    assertThat(Stream.of(EcCurve.values()).map(EcCurve::coordinateLength))
        .containsExactly(32, 48, 66);
  }

  private static ECPublicKey key(EcCurve curve) {
    TestKey key =
        switch (curve) {
          case P_256 -> TestKeys.p256("a");
          case P_384 -> TestKeys.p384("a");
          case P_521 -> TestKeys.p521("a");
        };
    return (ECPublicKey) key.verification();
  }
}
