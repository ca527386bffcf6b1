package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.jwk;
import static dev.vouchgate.threats.Attack.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.UnknownKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A6, A7, A10, A11: keys under which more can be signed than their owner signs. */
class UnfitKeyThreatsTest {
  private static final TestKey GOOD = TestKeys.p384("good");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the neutral point, 0100000000000000000000000000000000000000000000000000000000000000",
    "order 2,           ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "order 4,           0000000000000000000000000000000000000000000000000000000000000000",
    "no second spelling, edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
  })
  void a6JudgesByNoKeyOfSmallOrder(String what, String point) throws Exception {
    TestKey ed25519 = TestKeys.ed25519("ed25519");
    String x = Tokens.base64Url(HexFormat.of().parseHex(point));
    byte[] anybodys = new byte[64];
    anybodys[0] = 1;

    assertNotJudgedBy(
        jwk(ed25519, "x", x), Tokens.valid("EdDSA", ed25519).signature(any -> anybodys));
  }

  @ParameterizedTest(name = "e = {0}")
  @ValueSource(ints = {0, 1, 2, 65_536})
  void a7JudgesByNoRsaKeyWhoseExponentProvesNothing(int e) throws Exception {
    Map<String, @Nullable Object> jwk =
        jwk(TestKeys.rsa("rsa"), "e", Jwks.number(BigInteger.valueOf(e)));
    // With e = 1 the block is its own signature.
    assertNotJudgedBy(jwk, Tokens.valid().signedBy(input -> BigEndian.of(block(input, 194), 256)));
  }

  @Test
  void a7RefusesACubeRootThatOnlyBeginsLikeASignature() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
    KeyPair pair = generator.generateKeyPair();
    TestKey key = new TestKey("three", pair.getPrivate(), pair.getPublic());
    BigInteger n = ((RSAPublicKey) pair.getPublic()).getModulus();
    JwtVerifier verifier = Attack.publishing(List.of(Jwks.of(key)));
    Tokens forged =
        Tokens.valid("RS256", key)
            .signedBy(
                input -> {
                  BigInteger wanted = block(input, 0);
                  BigInteger root = cubeRoot(wanted).add(BigInteger.ONE);
                  BigInteger cube = root.pow(3).mod(n);
                  assertThat(cube.shiftRight(8 * 194)).isEqualTo(wanted.shiftRight(8 * 194));
                  return BigEndian.of(root, 256);
                });

    assertThat(refusal(verifier, forged)).isEqualTo(new BadSignature(Optional.of("three")));
    assertThat(verifier.verify(Tokens.valid("RS256", key).compact())).isNotNull();
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {512, 1024, 2040})
  void a10JudgesByNoWeakRsaKey(int bits) throws Exception {
    TestKey weak = TestKeys.rsa("weak", bits);
    assertNotJudgedBy(Jwks.of(weak), Tokens.valid("RS256", weak));
  }

  @Test
  void a10TakesNoSecretShorterThanItsHash() {
    GateUnderTest gate =
        GateUnderTest.ofIssuer(Tokens.ISSUER)
            .with("vouchgate.secret", Tokens.base64Url(new byte[31]));
    assertThatThrownBy(gate::gate)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("vouchgate.secret");
  }

  static Stream<Map<String, @Nullable Object>> pointsBesideTheCurve() {
    TestKey p256 = TestKeys.p256("ec");
    TestKey p521 = TestKeys.p521("ec");
    ECPublicKey large = (ECPublicKey) p521.verification();
    BigInteger p = ((ECFieldFp) large.getParams().getCurve().getField()).getP();
    BigInteger y = ((ECPublicKey) p256.verification()).getW().getAffineY();
    Map<String, @Nullable Object> infinity = new LinkedHashMap<>(jwk(p256, "x", zeros(32)));
    infinity.put("y", zeros(32));
    return Stream.of(
        jwk(p256, "y", Jwks.number(y.flipBit(0), 32)),
        jwk(p256, "x", Jwks.of(TestKeys.p256("other")).get("x")),
        infinity,
        jwk(p521, "x", Jwks.number(large.getW().getAffineX().add(p), 66)),
        jwk(p521, "y", Jwks.number(large.getW().getAffineY().add(p), 66)),
        jwk(p256, "crv", "P-384"),
        jwk(p256, "crv", "secp256k1"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("pointsBesideTheCurve")
  void a11JudgesByNoPointBesideTheCurve(Map<String, @Nullable Object> jwk) throws Exception {
    String x = String.valueOf(jwk.get("x"));
    String alg = x.length() > 50 ? "ES512" : "ES256";
    TestKey signer = alg.equals("ES512") ? TestKeys.p521("ec") : TestKeys.p256("ec");
    assertNotJudgedBy(jwk, Tokens.valid(alg, signer));
  }

  /** That key is left out, and it alone. */
  private static void assertNotJudgedBy(Map<String, @Nullable Object> jwk, Tokens token)
      throws Exception {
    JwtVerifier verifier = Attack.publishing(List.of(jwk, Jwks.of(GOOD)));
    assertThat(refusal(verifier, token)).isInstanceOf(UnknownKey.class);
    assertThat(verifier.verify(Tokens.valid("ES384", GOOD).compact())).isNotNull();
  }

  private static String zeros(int bytes) {
    return Tokens.base64Url(new byte[bytes]);
  }

  /**
   * What a signature of 2048 bits must open to, with as little padding as a lenient reader asks.
   */
  private static BigInteger block(byte[] input, int more) throws GeneralSecurityException {
    byte[] prefix = HexFormat.of().parseHex("003031300d060960864801650304020105000420");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(input);
    byte[] padding = new byte[10 + more];
    Arrays.fill(padding, (byte) 0xff);
    padding[0] = 0;
    padding[1] = 1;
    byte[] start = BigEndian.join(BigEndian.join(padding, prefix), hash);
    return new BigInteger(1, Arrays.copyOf(start, 256));
  }

  private static BigInteger cubeRoot(BigInteger number) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / 3 + 1);
    while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (middle.pow(3).compareTo(number) <= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
