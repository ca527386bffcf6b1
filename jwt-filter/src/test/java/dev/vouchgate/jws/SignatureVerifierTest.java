package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.security.Key;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm: what holds, and what must not, whichever the key. */
class SignatureVerifierTest {

  static Stream<Arguments> algorithms() {
    return Stream.concat(
        Arrays.stream(JwsAlgorithm.values())
            .map(alg -> Arguments.of(alg.toString(), TestKeys.of(alg.toString()))),
        Stream.of(Arguments.of("EdDSA", TestKeys.ed448("ed448"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void holdsForTheKeyThatSigned(String alg, TestKey key) throws Exception {
    assertThat(holds(Tokens.valid(alg, key).compact(), alg, key.verification())).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsForAnotherKeyOfTheSameType(String alg, TestKey key) throws Exception {
    assertThat(holds(Tokens.valid(alg, key).compact(), alg, another(alg, key).verification()))
        .isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsWhenAnyByteOfTheSignatureIsChanged(String alg, TestKey key) throws Exception {
    String compact = Tokens.valid(alg, key).compact();
    byte[] signature = Tokens.part(compact, 2);
    for (int i = 0; i < signature.length; i += 11) {
      byte[] changed = signature.clone();
      changed[i] ^= (byte) (1 << i % 8);
      String tampered = Tokens.withPart(compact, 2, Tokens.base64Url(changed));
      assertThat(holds(tampered, alg, key.verification())).as("byte %d", i).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsWhenTheSignatureIsShorterOrLonger(String alg, TestKey key) throws Exception {
    Tokens token = Tokens.valid(alg, key);
    byte[] signature = Tokens.part(token.compact(), 2);
    for (int length : new int[] {0, 1, signature.length / 2, signature.length - 1}) {
      byte[] cut = Arrays.copyOf(signature, length);
      assertThat(holds(token.signature(s -> cut).compact(), alg, key.verification())).isFalse();
    }
    byte[] longer = Arrays.copyOf(signature, signature.length + 1);
    assertThat(holds(token.signature(s -> longer).compact(), alg, key.verification())).isFalse();
    byte[] padded = new byte[signature.length + 1];
    System.arraycopy(signature, 0, padded, 1, signature.length);
    assertThat(holds(token.signature(s -> padded).compact(), alg, key.verification())).isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsForConstantAndForRandomBytesWithoutThrowing(String alg, TestKey key) throws Exception {
    Random random = new Random(8725);
    for (int round = 0; round < 20; round++) {
      byte fill = (byte) (round * 17);
      String compact =
          Tokens.valid(alg, key)
              .signature(
                  good -> {
                    byte[] bytes = new byte[good.length];
                    random.nextBytes(bytes);
                    if (fill % 2 == 0) {
                      Arrays.fill(bytes, fill);
                    }
                    return bytes;
                  })
              .compact();
      assertThat(holds(compact, alg, key.verification())).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsForEveryAlgorithmThatTheTokenWasNotSignedWith(String alg, TestKey key)
      throws Exception {
    String compact = Tokens.valid(alg, key).compact();
    for (JwsAlgorithm other : JwsAlgorithm.values()) {
      boolean same = other.toString().equals(alg) || isAnotherNameOf(other, alg, key);
      assertThat(holds(compact, other.toString(), key.verification()))
          .as("%s", other)
          .isEqualTo(same);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithms")
  void failsForAKeyOfEveryOtherType(String alg, TestKey key) throws Exception {
    String compact = Tokens.valid(alg, key).compact();
    KeyType type = JwsAlgorithm.named(alg).orElseThrow().keyType();
    for (String other : new String[] {"RS256", "ES256", "ES384", "ES512", "EdDSA", "HS256"}) {
      Key stranger = TestKeys.of(other).verification();
      if (JwsAlgorithm.named(other).orElseThrow().keyType() != type) {
        assertThat(holds(compact, alg, stranger)).as("key of %s", other).isFalse();
      }
    }
  }

  @Test
  void failsForAPrivateKey() throws Exception {
    assertThat(holds(Tokens.valid().compact(), "RS256", TestKeys.rsa("rsa").signing())).isFalse();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"HS256,RS256", "HS384,RS256", "HS512,RS256", "HS256,ES256", "HS256,EdDSA"})
  void neverTakesAPublicKeyForASharedSecret(String alg, String of) throws Exception {
    Key publicKey = TestKeys.of(of).verification();
    for (byte[] secret :
        new byte[][] {publicKey.getEncoded(), publicKey.toString().getBytes(UTF_8)}) {
      Signer forger = Signer.of(alg, new SecretKeySpec(secret, "HMAC"));
      String forged = Tokens.valid(alg).signedBy(forger).compact();

      assertThat(holds(forged, alg, publicKey)).isFalse();
      assertThat(holds(forged, of, publicKey)).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} signed as {1}")
  @CsvSource({"HS256,HmacSHA512", "HS512,HmacSHA256", "HS256,HmacSHA1", "HS256,HmacMD5"})
  void failsForAnHmacOfAnotherHash(String alg, String mac) throws Exception {
    Key secret = TestKeys.of(alg).verification();
    int length = JwsAlgorithm.named(alg).orElseThrow().hashBits() / 8;
    Tokens token = Tokens.valid(alg).signedBy(Signer.hmac(mac, secret));

    assertThat(holds(token.compact(), alg, secret)).isFalse();
    assertThat(holds(token.signature(s -> Arrays.copyOf(s, length)).compact(), alg, secret))
        .isFalse();
  }

  @Test
  void keepsWorkingAfterASignatureThatMadeTheJdkThrow() throws Exception {
    SignatureVerifier verifier = new SignatureVerifier();
    TestKey key = TestKeys.of("EdDSA");
    byte[] notAPoint = new byte[64];
    Arrays.fill(notAPoint, 0, 31, (byte) 0xff);
    CompactJws bad =
        CompactJws.parse(Tokens.valid("EdDSA").signature(s -> notAPoint).compact(), 9999);
    CompactJws good = CompactJws.parse(Tokens.valid("EdDSA").compact(), 9999);

    assertThat(bad.isSignedBy(JwsAlgorithm.EDDSA, key.verification(), verifier)).isFalse();
    assertThat(good.isSignedBy(JwsAlgorithm.EDDSA, key.verification(), verifier)).isTrue();
  }

  @Test
  void readsOnlyAsManyBytesAsItIsTold() throws Exception {
    byte[] input = "signed, and more".getBytes(UTF_8);
    Key secret = TestKeys.secret("secret").verification();
    byte[] signature = Signer.of("HS256", secret).sign("signed".getBytes(UTF_8));
    SignatureVerifier verifier = new SignatureVerifier();

    assertThat(verifier.verify(JwsAlgorithm.HS256, secret, input, 6, signature)).isTrue();
    assertThat(verifier.verify(JwsAlgorithm.HS256, secret, input, 7, signature)).isFalse();
  }

  /** EdDSA names two algorithms at once, those of its curves (RFC 9864 section 2.2). */
  private static boolean isAnotherNameOf(JwsAlgorithm other, String alg, TestKey key) {
    return key.verification() instanceof EdECPublicKey edwards
        && (alg.equals("EdDSA")
            ? other.toString().equals(edwards.getParams().getName())
            : other == JwsAlgorithm.EDDSA);
  }

  private static TestKey another(String alg, TestKey key) {
    return switch (JwsAlgorithm.named(alg).orElseThrow()) {
      case ES256 -> TestKeys.p256("another");
      case ES384 -> TestKeys.p384("another");
      case ES512 -> TestKeys.p521("another");
      case EDDSA, ED25519, ED448 ->
          key.kid().equals("ed448") ? TestKeys.ed448("another") : TestKeys.ed25519("another");
      case HS256, HS384, HS512 -> TestKeys.secret("another");
      default -> TestKeys.rsa("another");
    };
  }
}
