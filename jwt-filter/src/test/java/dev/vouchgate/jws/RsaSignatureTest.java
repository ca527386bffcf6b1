package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RSA: one spelling of a signature, and only the digest, mask and salt that the label says. */
class RsaSignatureTest {
  private static final TestKey KEY = TestKeys.rsa("rsa");
  private static final BigInteger MODULUS = ((RSAPublicKey) KEY.verification()).getModulus();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RS256", "PS256"})
  void refusesSPlusN(String alg) throws Exception {
    BigInteger limit = BigInteger.TWO.pow(2048);
    String compact;
    BigInteger sum;
    int attempt = 0;
    do {
      // Only a small enough signature leaves room for s + n in 256 bytes.
      compact = Tokens.valid(alg).claim("jti", "t" + attempt++).compact();
      sum = new BigInteger(1, Tokens.part(compact, 2)).add(MODULUS);
    } while (sum.compareTo(limit) >= 0);

    byte[] other = BigEndian.of(sum, 256);
    assertThat(SignatureForm.fits(JwsAlgorithm.RS256, KEY.verification(), other)).isFalse();
    String changed = Tokens.withPart(compact, 2, Tokens.base64Url(other));
    assertThat(holds(compact, alg, KEY.verification())).isTrue();
    assertThat(holds(changed, alg, KEY.verification())).isFalse();
  }

  @Test
  void refusesASignatureWithoutItsLeadingZero() throws Exception {
    TestKey small = TestKeys.rsa("rsa-1024", 1024);
    String compact;
    byte[] signature;
    int attempt = 0;
    do {
      // One signature in 256 begins with a zero; a small key finds it sooner.
      compact = Tokens.valid("RS256", small).claim("jti", "z" + attempt++).compact();
      signature = Tokens.part(compact, 2);
    } while (signature[0] != 0);

    byte[] shorter = Arrays.copyOfRange(signature, 1, signature.length);
    String changed = Tokens.withPart(compact, 2, Tokens.base64Url(shorter));
    assertThat(holds(compact, "RS256", small.verification())).isTrue();
    assertThat(holds(changed, "RS256", small.verification())).isFalse();
  }

  @Test
  void takesANumberBelowTheModulusAndNotTheModulusItself() {
    byte[] below = BigEndian.of(MODULUS.subtract(BigInteger.ONE), 256);
    byte[] modulus = BigEndian.of(MODULUS, 256);

    assertThat(SignatureForm.fits(JwsAlgorithm.RS256, KEY.verification(), below)).isTrue();
    assertThat(SignatureForm.fits(JwsAlgorithm.RS256, KEY.verification(), modulus)).isFalse();
    assertThat(SignatureForm.fits(JwsAlgorithm.RS256, KEY.verification(), new byte[256])).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {2056, 2049, 2047})
  void wantsAsManyBytesAsTheModulusHas(int bits) throws Exception {
    TestKey key = TestKeys.rsa("rsa-" + bits, bits);
    for (String alg : new String[] {"RS256", "PS512"}) {
      String compact = Tokens.valid(alg, key).compact();
      assertThat(Tokens.part(compact, 2)).hasSize((bits + 7) / 8);
      assertThat(holds(compact, alg, key.verification())).as(alg).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} under the label {1}")
  @CsvSource({
    "SHA512withRSA, RS256",
    "SHA384withRSA, RS256",
    "SHA224withRSA, RS256",
    "SHA1withRSA, RS256",
    "MD5withRSA, RS256",
    "MD2withRSA, RS256",
    "SHA512/256withRSA, RS256",
    "SHA3-256withRSA, RS256",
    "SHA256withRSA, RS384",
    "SHA256withRSA, RS512",
    "SHA256withRSA, PS256",
  })
  void failsForTheDigestOfAnotherLabel(String jca, String alg) throws Exception {
    Signer signer = Signer.jca(jca, KEY.signing());
    assertThat(holds(Tokens.valid(alg).signedBy(signer).compact(), alg, KEY.verification()))
        .isFalse();
  }

  @ParameterizedTest(name = "PS{0} with {1} bytes of salt: {2}")
  @CsvSource({
    "256, 32, true", "256, 0, false", "256, 20, false", "256, 31, false", "256, 33, false",
    "256, 48, false", "256, 222, false", "384, 48, true", "384, 47, false", "384, 32, false",
    "512, 64, true", "512, 63, false", "512, 0, false"
  })
  void wantsASaltAsLongAsTheHash(String bits, int saltLength, boolean holds) throws Exception {
    String alg = "PS" + bits;
    Signer signer = Signer.pss(bits, KEY.signing(), saltLength);
    assertThat(holds(Tokens.valid(alg).signedBy(signer).compact(), alg, KEY.verification()))
        .isEqualTo(holds);
  }

  @Test
  void wantsTheMaskOfTheSameHash() throws Exception {
    PSSParameterSpec mixed = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA1, 32, 1);
    Signer signer =
        input -> {
          Signature signature = Signature.getInstance("RSASSA-PSS");
          signature.setParameter(mixed);
          signature.initSign(KEY.privateKey());
          signature.update(input);
          return signature.sign();
        };
    assertThat(holds(Tokens.valid("PS256").signedBy(signer).compact(), "PS256", KEY.verification()))
        .isFalse();
  }
}
