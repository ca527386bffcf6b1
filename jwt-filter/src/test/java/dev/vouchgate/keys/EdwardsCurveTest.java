package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.math.BigInteger;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdwardsCurveTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void containsPointsOfRealKeys(EdwardsCurve curve) {
    for (String kid : new String[] {"a", "b", "c", "d"}) {
      EdECPoint point = key(curve, kid);

      assertThat(curve.contains(point)).isTrue();
      assertThat(curve.isOfSmallOrder(point)).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // RFC 8032 §7.1, tests 1 to 3
    "ED25519, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "ED25519, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "ED25519, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    // RFC 8032 §7.4, blank and 1 octet
    "ED448, 5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783d"
        + "f1e50f6cd1fa1abeafe8256180",
    "ED448, 43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4"
        + "cb82169c235160627b4c3a9480",
  })
  void containsThePublicKeysOfTheRfc(EdwardsCurve curve, String encoded) {
    EdECPoint point = decode(encoded);

    assertThat(curve.contains(point)).isTrue();
    assertThat(curve.isOfSmallOrder(point)).isFalse();
  }

  @Test
  void decodesLittleEndianWithTheSignOnTop() {
    EdECPoint even = decode("0200000000000000000000000000000000000000000000000000000000000001");
    EdECPoint odd = decode("0200000000000000000000000000000000000000000000000000000000000081");

    assertThat(even.getY())
        .isEqualTo(odd.getY())
        .isEqualTo(BigInteger.TWO.pow(248).add(BigInteger.TWO));
    assertThat(even.isXOdd()).isFalse();
    assertThat(odd.isXOdd()).isTrue();
  }

  @ParameterizedTest(name = "y = p + {0}")
  @ValueSource(ints = {0, 1, 3, 18})
  void containsNoSecondSpellingOfY(int beyond) {
    BigInteger p = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    EdECPoint point = new EdECPoint(false, p.add(BigInteger.valueOf(beyond)));

    assertThat(EdwardsCurve.ED25519.contains(point)).isFalse();
  }

  @Test
  void containsNoPointWithUnusedBitsSet() {
    EdECPoint point = key(EdwardsCurve.ED448, "a");
    EdECPoint high = new EdECPoint(point.isXOdd(), point.getY().setBit(449));

    assertThat(EdwardsCurve.ED448.contains(high)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void containsAboutHalfOfAllY(EdwardsCurve curve) {
    int on = 0;
    for (int y = 2; y < 402; y++) {
      on += curve.contains(new EdECPoint(false, BigInteger.valueOf(y))) ? 1 : 0;
    }

    assertThat(on).isBetween(140, 260);
  }

  @Test
  void containsNoNegativeZero() {
    assertThat(EdwardsCurve.ED25519.contains(new EdECPoint(false, BigInteger.ONE))).isTrue();
    assertThat(EdwardsCurve.ED25519.contains(new EdECPoint(true, BigInteger.ONE))).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // all eight, but for the sign of x
    "ED25519, 0100000000000000000000000000000000000000000000000000000000000000",
    "ED25519, ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ED25519, 0000000000000000000000000000000000000000000000000000000000000000",
    "ED25519, 0000000000000000000000000000000000000000000000000000000000000080",
    "ED25519, c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ED25519, c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ED25519, 26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "ED25519, 26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    // all four
    "ED448, 010000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000",
    "ED448, fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffff"
        + "ffffffffffffffffffffffffffff00",
    "ED448, 000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000",
    "ED448, 000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000080",
  })
  void knowsPointsOfSmallOrder(EdwardsCurve curve, String encoded) {
    EdECPoint point = decode(encoded);

    assertThat(curve.contains(point)).isTrue();
    assertThat(curve.isOfSmallOrder(point)).isTrue();
  }

  @ParameterizedTest(name = "crv \"{0}\"")
  @ValueSource(strings = {"ed25519", "X25519", "X448", "P-256", ""})
  void knowsNoOtherNames(String crv) {
    assertThat(EdwardsCurve.named(crv)).isEmpty();
  }

  private static EdECPoint decode(String hex) {
    return EdwardsCurve.decode(HexFormat.of().parseHex(hex));
  }

  private static EdECPoint key(EdwardsCurve curve, String kid) {
    TestKey key = curve == EdwardsCurve.ED25519 ? TestKeys.ed25519(kid) : TestKeys.ed448(kid);
    return ((EdECPublicKey) key.verification()).getPoint();
  }
}
