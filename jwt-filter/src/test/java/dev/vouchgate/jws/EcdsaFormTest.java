package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ECDSA: r and s in range and in their places, before any primitive sees them. */
class EcdsaFormTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesPsychicSignatures(String alg) {
    BigInteger n = curve(alg).getOrder();
    BigInteger p = prime(alg);
    BigInteger one = BigInteger.ONE;
    Map<String, BigInteger> outside =
        Map.of("0", BigInteger.ZERO, "n", n, "n+1", n.add(one), "p", p, "all ones", allOnes(alg));

    outside.forEach(
        (name, value) -> {
          assertThat(fits(alg, value, one)).as("r = %s", name).isFalse();
          assertThat(fits(alg, one, value)).as("s = %s", name).isFalse();
          assertThat(fits(alg, value, value)).as("r = s = %s", name).isFalse();
        });
    assertThat(fits(alg, one, one)).isTrue();
    assertThat(fits(alg, n.subtract(one), n.subtract(one))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void failsForNumbersInRangeThatNobodySigned(String alg) throws Exception {
    BigInteger n = curve(alg).getOrder();
    for (BigInteger value :
        new BigInteger[] {BigInteger.ONE, BigInteger.TWO, n.subtract(BigInteger.ONE)}) {
      byte[] signature = signature(alg, value, value);
      String compact = Tokens.valid(alg).signature(s -> signature).compact();
      assertThat(holds(compact, alg, TestKeys.of(alg).verification())).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesEveryLengthButTwoHalves(String alg) {
    TestKey key = TestKeys.of(alg);
    int right = 2 * halfLength(alg);
    for (int length = 0; length < 150; length++) {
      byte[] signature = new byte[length];
      Arrays.fill(signature, (byte) 1);
      if (right == 132 && length == right) {
        signature[0] = 0;
      }
      assertThat(SignatureForm.fits(algorithm(alg), key.verification(), signature))
          .as("%d bytes", length)
          .isEqualTo(length == right);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesDer(String alg) throws Exception {
    TestKey key = TestKeys.of(alg);
    Signer der = Signer.jca("SHA" + alg.substring(2) + "withECDSA", key.signing());
    assertThat(holds(Tokens.valid(alg).signedBy(der).compact(), alg, key.verification())).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesPaddedHalves(String alg) throws Exception {
    int half = halfLength(alg);
    String compact = Tokens.valid(alg).compact();
    byte[] good = Tokens.part(compact, 2);
    byte[] padded = new byte[2 * half + 2];
    System.arraycopy(good, 0, padded, 1, half);
    System.arraycopy(good, half, padded, half + 2, half);

    assertThat(holds(compact, alg, TestKeys.of(alg).verification())).isTrue();
    String changed = Tokens.withPart(compact, 2, Tokens.base64Url(padded));
    assertThat(holds(changed, alg, TestKeys.of(alg).verification())).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void allowsBothSpellingsOfS(String alg) throws Exception {
    int half = halfLength(alg);
    String compact = Tokens.valid(alg).compact();
    byte[] signature = Tokens.part(compact, 2);
    BigInteger r = new BigInteger(1, signature, 0, half);
    BigInteger s = new BigInteger(1, signature, half, half);
    byte[] mirrored = signature(alg, r, curve(alg).getOrder().subtract(s));

    // RFC 7518 section 3.4 allows both: so a signature's bytes never name a token.
    assertThat(mirrored).isNotEqualTo(signature);
    assertThat(holds(compact, alg, TestKeys.of(alg).verification())).isTrue();
    String other = Tokens.withPart(compact, 2, Tokens.base64Url(mirrored));
    assertThat(holds(other, alg, TestKeys.of(alg).verification())).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesTheCurveOfAnotherAlgorithm(String alg) {
    for (String other : new String[] {"ES256", "ES384", "ES512"}) {
      byte[] ones = signature(other, BigInteger.ONE, BigInteger.ONE);
      assertThat(SignatureForm.fits(algorithm(alg), TestKeys.of(other).verification(), ones))
          .as("%s with a key of %s", alg, other)
          .isEqualTo(alg.equals(other));
    }
  }

  @Test
  void refusesAnotherCurveOfTheSameSize() {
    // secp256k1 is the curve of ES256K; providers other than the JDK's would use it under ES256.
    BigInteger p = hex("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f");
    BigInteger n = hex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
    ECPoint generator =
        new ECPoint(
            hex("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
            hex("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));
    EllipticCurve curve =
        new EllipticCurve(new ECFieldFp(p), BigInteger.ZERO, BigInteger.valueOf(7));
    ECPublicKey key = new PublicPoint(new ECParameterSpec(curve, generator, n, 1), generator);

    byte[] ones = signature("ES256", BigInteger.ONE, BigInteger.ONE);
    assertThat(SignatureForm.fits(JwsAlgorithm.ES256, key, ones)).isFalse();
  }

  /** A public key on a curve that the JDK does not have. */
  private record PublicPoint(ECParameterSpec params, ECPoint point) implements ECPublicKey {
    @Override
    public ECPoint getW() {
      return point;
    }

    @Override
    public ECParameterSpec getParams() {
      return params;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public String getFormat() {
      return "none";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }

  private static boolean fits(String alg, BigInteger r, BigInteger s) {
    byte[] signature = signature(alg, r, s);
    return SignatureForm.fits(algorithm(alg), TestKeys.of(alg).verification(), signature);
  }

  private static byte[] signature(String alg, BigInteger r, BigInteger s) {
    int half = halfLength(alg);
    return BigEndian.join(BigEndian.of(r, half), BigEndian.of(s, half));
  }

  private static JwsAlgorithm algorithm(String alg) {
    return JwsAlgorithm.named(alg).orElseThrow();
  }

  private static ECParameterSpec curve(String alg) {
    return ((ECPublicKey) TestKeys.of(alg).verification()).getParams();
  }

  private static BigInteger prime(String alg) {
    return ((ECFieldFp) curve(alg).getCurve().getField()).getP();
  }

  private static BigInteger allOnes(String alg) {
    return BigInteger.TWO.pow(8 * halfLength(alg)).subtract(BigInteger.ONE);
  }

  private static int halfLength(String alg) {
    return Map.of("ES256", 32, "ES384", 48, "ES512", 66).get(alg);
  }
}
