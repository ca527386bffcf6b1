package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.VerifiedJwt;
import dev.vouchgate.verify.VerifierUnderTest;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A3 to A8: signatures that nobody made, or that have a second spelling. */
class SignatureThreatsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void a3RefusesPsychicSignaturesThoughThePlatformBelievesThem(String alg) throws Exception {
    BigInteger n = curve(alg).getOrder();
    BigInteger one = BigInteger.ONE;
    BigInteger p = ((ECFieldFp) curve(alg).getCurve().getField()).getP();
    CredulousPlatform.during(
        () -> {
          assertThat(verified(alg, any -> halves(alg, one, one))).as("in range").isNotNull();
          for (BigInteger outside : List.of(BigInteger.ZERO, n, n.add(one), p)) {
            assertRefused(alg, any -> halves(alg, outside, one));
            assertRefused(alg, any -> halves(alg, one, outside));
            assertRefused(alg, any -> halves(alg, outside, outside));
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void a4RefusesEveryFormButTwoHalvesThoughThePlatformBelievesIt(String alg) throws Exception {
    TestKey key = TestKeys.of(alg);
    Signer der = Signer.jca("SHA" + alg.substring(2) + "withECDSA", key.signing());
    Tokens token = Tokens.valid(alg);
    CredulousPlatform.during(
        () -> {
          assertThat(verified(alg, good -> good)).isNotNull();
          assertRefused(alg, good -> Arrays.copyOf(good, good.length + 1));
          assertRefused(alg, good -> Arrays.copyOf(good, good.length - 1));
          assertRefused(alg, good -> Arrays.copyOf(good, good.length / 2));
          assertRefused(alg, good -> BigEndian.join(new byte[1], good));
          assertRefused(alg, good -> BigEndian.join(good, good));
          assertRefused(alg, good -> new byte[0]);
        });
    assertThat(refusal(verifier(alg), token.signedBy(der)))
        .isEqualTo(new BadSignature(Optional.of(key.kid())));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void a5TakesBothSpellingsOfASignatureForOneToken(String alg) throws Exception {
    String compact = Tokens.valid(alg).compact();
    byte[] signature = Tokens.part(compact, 2);
    int half = signature.length / 2;
    BigInteger r = new BigInteger(1, signature, 0, half);
    BigInteger s = new BigInteger(1, signature, half, half);
    byte[] mirrored = halves(alg, r, curve(alg).getOrder().subtract(s));
    String other = Tokens.withPart(compact, 2, Tokens.base64Url(mirrored));

    VerifiedJwt one = verifier(alg).verify(compact);
    VerifiedJwt two = verifier(alg).verify(other);
    assertThat(other).isNotEqualTo(compact);
    assertThat(two.claims().asMap()).isEqualTo(one.claims().asMap());
    assertThat(two.claims().string("jti")).isEqualTo(one.claims().string("jti")).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Ed25519, 252, 27742317777372353535851937790883648493",
    "Ed448, 446, -13818066809895115352007386748515426880336692474882178609894547503885"
  })
  void a6RefusesSPlusTheOrderThoughThePlatformBelievesIt(
      String alg, int power, BigInteger difference) throws Exception {
    BigInteger order = BigInteger.TWO.pow(power).add(difference);
    UnaryOperator<byte[]> plusOrder =
        good -> {
          int half = good.length / 2;
          byte[] s = BigEndian.reversed(Arrays.copyOfRange(good, half, good.length));
          byte[] sum = BigEndian.reversed(BigEndian.of(new BigInteger(1, s).add(order), half));
          return BigEndian.join(Arrays.copyOf(good, half), sum);
        };
    CredulousPlatform.during(
        () -> {
          assertThat(verified(alg, good -> good)).isNotNull();
          assertRefused(alg, plusOrder);
          assertRefused(alg, good -> Arrays.copyOf(good, good.length - 1));
          assertRefused(alg, good -> Arrays.copyOf(good, good.length + 1));
        });
  }

  @Test
  void a7RefusesASecondSpellingOfAnRsaSignatureThoughThePlatformBelievesIt() throws Exception {
    String alg = "RS256";
    BigInteger n = ((RSAPublicKey) TestKeys.of(alg).verification()).getModulus();
    CredulousPlatform.during(
        () -> {
          assertThat(verified(alg, good -> good)).isNotNull();
          assertRefused(alg, good -> BigEndian.of(n, 256));
          assertRefused(alg, good -> BigEndian.of(n.add(BigInteger.TWO), 256));
          assertRefused(alg, good -> BigEndian.of(new BigInteger(1, good).add(n), 257));
          assertRefused(alg, good -> BigEndian.join(new byte[1], good));
          assertRefused(alg, good -> Arrays.copyOf(good, 255));
          assertRefused(alg, good -> new byte[0]);
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"MD5withRSA", "SHA1withRSA", "SHA384withRSA", "SHA512withRSA"})
  void a7RefusesAnotherDigestUnderTheLabelOfRs256(String jcaName) {
    Signer other = Signer.jca(jcaName, TestKeys.rsa("rsa").signing());
    assertThat(refusal(verifier("RS256"), Tokens.valid().signedBy(other)))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  @ParameterizedTest(name = "{0} bytes of salt, SHA-{1}")
  @CsvSource({"0,256", "20,256", "31,256", "33,256", "222,256", "32,384", "48,384", "32,512"})
  void a8RefusesAnotherSaltOrHashOfPss(int saltLength, String bits) {
    Signer other = Signer.pss(bits, TestKeys.rsa("rsa").signing(), saltLength);
    assertThat(refusal(verifier("PS256"), Tokens.valid("PS256").signedBy(other)))
        .isEqualTo(new BadSignature(Optional.of("rsa")));
  }

  private static JwtVerifier verifier(String alg) {
    return VerifierUnderTest.of(
        Set.of(JwsAlgorithm.named(alg).orElseThrow()),
        VerifierUnderTest.locator(TestKeys.of(alg)),
        Optional.empty());
  }

  private static VerifiedJwt verified(String alg, UnaryOperator<byte[]> change) throws Exception {
    return verifier(alg).verify(Tokens.valid(alg).signature(change).compact());
  }

  private static void assertRefused(String alg, UnaryOperator<byte[]> change) {
    assertThat(refusal(verifier(alg), Tokens.valid(alg).signature(change)))
        .isEqualTo(new BadSignature(Optional.of(TestKeys.of(alg).kid())));
  }

  private static ECParameterSpec curve(String alg) {
    return ((ECPublicKey) TestKeys.of(alg).verification()).getParams();
  }

  private static byte[] halves(String alg, BigInteger r, BigInteger s) {
    int half = (curve(alg).getOrder().bitLength() + 7) / 8;
    return BigEndian.join(BigEndian.of(r, half), BigEndian.of(s, half));
  }
}
