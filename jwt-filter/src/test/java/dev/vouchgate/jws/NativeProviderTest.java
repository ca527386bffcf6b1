package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.NativeProvider;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Amazon Corretto Crypto Provider is used for, and where it must not differ from the platform.
 * All tests that ask {@link SignatureCheck} ask both.
 */
class NativeProviderTest {
  private static final JwsAlgorithm[] ALL_THAT_IT_HAS = {
    JwsAlgorithm.RS256,
    JwsAlgorithm.RS384,
    JwsAlgorithm.RS512,
    JwsAlgorithm.PS256,
    JwsAlgorithm.PS384,
    JwsAlgorithm.PS512,
    JwsAlgorithm.ES256,
    JwsAlgorithm.ES384,
    JwsAlgorithm.ES512,
    JwsAlgorithm.EDDSA,
    JwsAlgorithm.ED25519
  };

  /** 2^255 - 19, the prime of RFC 8032 section 5.1. */
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private static final BigInteger L =
      new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

  @Test
  void isUsedForAllThatItHasWhereItLoadsAndForNothingWhereItDoesNot() {
    assertThat(NativeProvider.TESTED.provider().algorithms())
        .containsExactlyInAnyOrder(
            NativeProvider.isLoaded() ? ALL_THAT_IT_HAS : new JwsAlgorithm[0]);
    assertThat(NativeProvider.TESTED.problems()).isEmpty();
  }

  @Test
  void leavesTheProvidersOfThisJvmAsTheyAre() throws Exception {
    assertThat(holds(Tokens.valid().compact(), "RS256", TestKeys.of("RS256").verification()))
        .isTrue();

    assertThat(Security.getProviders()).doesNotContain(NativeProvider.JCA);
    assertThat(Signature.getInstance("SHA256withRSA").getProvider().getName())
        .isEqualTo("SunRsaSign");
  }

  @ParameterizedTest(name = "e = {0}")
  @ValueSource(strings = {"3", "340282366920938463463374607431768211507"})
  void verifiesUnderEveryRsaExponent(String exponent) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(1024, new BigInteger(exponent)));
    KeyPair pair = generator.generateKeyPair();
    TestKey key = new TestKey("e", pair.getPrivate(), pair.getPublic());
    for (String alg : new String[] {"RS256", "PS256"}) {
      String compact = Tokens.valid(alg, key).compact();
      assertThat(holds(compact, alg, key.verification())).as(alg).isTrue();
      assertThat(holds(Tokens.withPart(compact, 1, "e30"), alg, key.verification()))
          .as("%s, changed", alg)
          .isFalse();
    }
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {1024, 3072})
  void verifiesUnderRsaKeysOfEverySize(int bits) throws Exception {
    TestKey key = TestKeys.rsa("rsa-" + bits, bits);
    for (String alg : new String[] {"RS256", "RS512", "PS256", "PS384"}) {
      String compact = Tokens.valid(alg, key).compact();
      assertThat(holds(compact, alg, key.verification())).as(alg).isTrue();
      assertThat(holds(Tokens.withPart(compact, 1, "e30"), alg, key.verification())).isFalse();
    }
  }

  @Test
  void verifiesNumbersThatBeginWithZeros() throws Exception {
    TestKey key = TestKeys.of("ES256");
    String compact;
    byte[] signature;
    int attempt = 0;
    do {
      // One in 128 does, in r or in s.
      compact = Tokens.valid("ES256").claim("jti", "z" + attempt++).compact();
      signature = Tokens.part(compact, 2);
    } while (signature[0] != 0 && signature[32] != 0);

    assertThat(holds(compact, "ES256", key.verification())).isTrue();
  }

  /** Whoever has the private key can sign with R of a known logarithm, however it is written. */
  static Stream<BigInteger> encodingsOfR() {
    BigInteger sign = BigInteger.TWO.pow(255);
    return Stream.of(
        BigInteger.ONE,
        P.add(BigInteger.ONE),
        sign.add(BigInteger.ONE),
        sign.add(P).add(BigInteger.ONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodingsOfR")
  void agreesOnEveryEncodingOfTheNeutralElement(BigInteger r) throws Exception {
    TestKey key = TestKeys.ed25519("ed25519");
    String compact = Tokens.valid("EdDSA", key).signedBy(input -> ed25519(r, input, key)).compact();

    assertThat(holds(compact, "EdDSA", key.verification())).isEqualTo(r.equals(BigInteger.ONE));
  }

  @Test
  void refusesAloneADigestInfoWithoutParameters() throws Exception {
    // RFC 8017 appendix B.1: in this encoding they shall be NULL. The platform lets them be absent.
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(new byte[0]);
    byte[] info = HexFormat.of().parseHex("302f300b06096086480165030402010420");
    byte[] block = new byte[256];
    Arrays.fill(block, 2, 256 - info.length - hash.length - 1, (byte) 0xff);
    block[1] = 1;
    System.arraycopy(BigEndian.join(info, hash), 0, block, 256 - info.length - hash.length, 49);
    TestKey key = TestKeys.rsa("rsa");
    RSAPrivateKey signing = (RSAPrivateKey) key.signing();
    BigInteger signed =
        new BigInteger(1, block).modPow(signing.getPrivateExponent(), signing.getModulus());
    byte[] signature = BigEndian.of(signed, 256);

    assertThat(verifies(new SignatureVerifier(), key, signature)).isTrue();
    assertThat(verifies(new SignatureVerifier(NativeProvider.TESTED.provider()), key, signature))
        .isEqualTo(!NativeProvider.isLoaded());
  }

  private static boolean verifies(SignatureVerifier verifier, TestKey key, byte[] signature) {
    return verifier.verify(JwsAlgorithm.RS256, key.verification(), new byte[0], 0, signature);
  }

  @Test
  void leavesKeysThatItCannotReadToThePlatform() throws Exception {
    TestKey ed448 = TestKeys.ed448("ed448");
    String compact = Tokens.valid("EdDSA", ed448).compact();

    assertThat(holds(compact, "EdDSA", ed448.verification())).isTrue();
    assertThat(holds(Tokens.withPart(compact, 1, "e30"), "EdDSA", ed448.verification())).isFalse();
  }

  @Test
  void verifiesWhatItHasNoRoomFor() throws Exception {
    TestKey key = TestKeys.ed25519("ed25519");
    byte[] signed = new byte[1_100_000];
    Arrays.fill(signed, (byte) 'a');
    byte[] signature = Signer.of("EdDSA", key.signing()).sign(signed);
    SignatureVerifier verifier = new SignatureVerifier(NativeProvider.TESTED.provider());

    assertThat(
            verifier.verify(
                JwsAlgorithm.EDDSA, key.verification(), signed, signed.length, signature))
        .isTrue();
    assertThat(
            verifier.verify(
                JwsAlgorithm.EDDSA, key.verification(), signed, signed.length - 1, signature))
        .isFalse();
  }

  /** RFC 8032 section 5.1.6 with the nonce zero: R is the neutral element, S is k a. */
  private static byte[] ed25519(BigInteger r, byte[] message, TestKey key) {
    try {
      byte[] seed = ((EdECPrivateKey) key.signing()).getBytes().orElseThrow();
      byte[] scalar = Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), 32);
      scalar[0] &= (byte) 248;
      scalar[31] = (byte) ((scalar[31] & 127) | 64);
      byte[] encodedR = littleEndian(r);
      MessageDigest hash = MessageDigest.getInstance("SHA-512");
      hash.update(encodedR);
      hash.update(encoded((EdECPublicKey) key.verification()));
      BigInteger k = new BigInteger(1, BigEndian.reversed(hash.digest(message)));
      BigInteger a = new BigInteger(1, BigEndian.reversed(scalar));
      return BigEndian.join(encodedR, littleEndian(k.multiply(a).mod(L)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(EdECPublicKey key) {
    byte[] x509 = key.getEncoded();
    return Arrays.copyOfRange(x509, x509.length - 32, x509.length);
  }

  private static byte[] littleEndian(BigInteger number) {
    return BigEndian.reversed(BigEndian.of(number, 32));
  }
}
