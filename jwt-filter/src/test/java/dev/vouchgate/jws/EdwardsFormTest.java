package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** EdDSA: S below the order of the base point, in the length of the key's curve. */
class EdwardsFormTest {
  /** L of RFC 8032 §5.1 and §5.2, written in hexadecimal. */
  private static final BigInteger ED25519_ORDER =
      new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

  private static final BigInteger ED448_ORDER =
      new BigInteger(
          "3fffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3",
          16);

  static Stream<Arguments> edwards() {
    return Stream.of(
        Arguments.of("Ed25519", TestKeys.ed25519("ed25519"), ED25519_ORDER),
        Arguments.of("Ed448", TestKeys.ed448("ed448"), ED448_ORDER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edwards")
  void refusesSPlusTheOrderOfTheCurve(String name, TestKey key, BigInteger order) throws Exception {
    String compact = Tokens.valid("EdDSA", key).compact();
    byte[] signature = Tokens.part(compact, 2);
    byte[] other = withS(signature, s(signature).add(order));

    assertThat(other).isNotEqualTo(signature);
    assertThat(SignatureForm.fits(JwsAlgorithm.EDDSA, key.verification(), signature)).isTrue();
    assertThat(SignatureForm.fits(JwsAlgorithm.EDDSA, key.verification(), other)).isFalse();
    String changed = Tokens.withPart(compact, 2, Tokens.base64Url(other));
    assertThat(holds(changed, "EdDSA", key.verification())).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edwards")
  void takesSUpToTheOrderAndNotTheOrderItself(String name, TestKey key, BigInteger order) {
    byte[] zeros = new byte[key.kid().equals("ed448") ? 114 : 64];

    assertThat(fits(key, withS(zeros, order.subtract(BigInteger.ONE)))).isTrue();
    assertThat(fits(key, withS(zeros, order))).isFalse();
    byte[] ones = new byte[zeros.length];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(fits(key, ones)).isFalse();
  }

  @Test
  void refusesTheLengthOfTheOtherEdwardsCurve() {
    assertThat(fits(TestKeys.ed25519("ed25519"), new byte[114])).isFalse();
    assertThat(fits(TestKeys.ed448("ed448"), new byte[64])).isFalse();
  }

  private static boolean fits(TestKey key, byte[] signature) {
    return SignatureForm.fits(JwsAlgorithm.EDDSA, key.verification(), signature);
  }

  private static BigInteger s(byte[] signature) {
    byte[] s = Arrays.copyOfRange(signature, signature.length / 2, signature.length);
    return new BigInteger(1, BigEndian.reversed(s));
  }

  private static byte[] withS(byte[] signature, BigInteger s) {
    byte[] littleEndian = BigEndian.reversed(BigEndian.of(s, signature.length / 2));
    byte[] r = Arrays.copyOf(signature, signature.length / 2);
    return BigEndian.join(r, littleEndian);
  }
}
