package dev.vouchgate.jwe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jose4j.jwe.JsonWebEncryption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that other libraries encrypted. */
class ForeignTokensTest {
  private static final TestKey KEY = TestKeys.rsa("encryption");

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "RSA-OAEP, A128GCM",
    "RSA-OAEP, A256GCM",
    "RSA-OAEP-256, A128GCM",
    "RSA-OAEP-256, A256GCM"
  })
  void opensWhatNimbusEncrypted(String alg, String enc) throws Exception {
    JWEObject jwe =
        new JWEObject(
            new JWEHeader(JWEAlgorithm.parse(alg), EncryptionMethod.parse(enc)),
            new Payload("from Nimbus"));
    jwe.encrypt(new RSAEncrypter((RSAPublicKey) KEY.publicKey()));

    assertThat(open(jwe.serialize())).contains("from Nimbus");
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "RSA-OAEP, A128GCM",
    "RSA-OAEP, A256GCM",
    "RSA-OAEP-256, A128GCM",
    "RSA-OAEP-256, A256GCM"
  })
  void opensWhatJose4jEncrypted(String alg, String enc) throws Exception {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmHeaderValue(alg);
    jwe.setEncryptionMethodHeaderParameter(enc);
    jwe.setKey(KEY.publicKey());
    jwe.setPayload("from jose4j");

    assertThat(open(jwe.getCompactSerialization())).contains("from jose4j");
  }

  private static Optional<String> open(String compact) throws Exception {
    CompactJwe token = CompactJwe.parse(compact, 16_384);
    return new JweDecrypter()
        .decrypt(token, token.algorithm().orElseThrow(), KEY.privateKey())
        .map(content -> new String(content, UTF_8));
  }
}
