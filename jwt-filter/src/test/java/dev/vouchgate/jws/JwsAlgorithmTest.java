package dev.vouchgate.jws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwsAlgorithmTest {

  @Test
  void areTheRegisteredOnesThatProveAnIdentity() {
    assertThat(Arrays.stream(JwsAlgorithm.values()).map(JwsAlgorithm::toString))
        .containsExactlyInAnyOrder(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA", "Ed25519", "Ed448", "HS256", "HS384", "HS512");
  }

  @ParameterizedTest
  @EnumSource
  void areFoundByTheirName(JwsAlgorithm algorithm) {
    assertThat(JwsAlgorithm.named(algorithm.toString())).contains(algorithm);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        " ",
        "rs256",
        "Rs256",
        "RS256 ",
        " RS256",
        "RS256\u0000",
        "eddsa",
        "EDDSA",
        "ed25519",
        "ED448",
        "ESP256",
        "ES256K",
        "RS1",
        "RSA",
        "RSA-OAEP",
        "HMAC",
        "SHA256withRSA",
        "ＲＳ256",
        "HS256,none"
      })
  void areNotFoundByAnyOtherSpelling(String name) {
    assertThat(JwsAlgorithm.named(name)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1} with {2} bits")
  @CsvSource({
    "RS256,RSA,256",
    "RS384,RSA,384",
    "RS512,RSA,512",
    "PS256,RSA,256",
    "PS384,RSA,384",
    "PS512,RSA,512",
    "ES256,EC,256",
    "ES384,EC,384",
    "ES512,EC,512",
    "EdDSA,OKP,0",
    "Ed25519,OKP,0",
    "Ed448,OKP,0",
    "HS256,oct,256",
    "HS384,oct,384",
    "HS512,oct,512"
  })
  void belongToOneTypeOfKeyAndOneHash(String name, String keyType, int hashBits) {
    JwsAlgorithm algorithm = JwsAlgorithm.named(name).orElseThrow();

    assertThat(algorithm.keyType()).isEqualTo(KeyType.named(keyType).orElseThrow());
    assertThat(algorithm.keyType()).hasToString(keyType);
    assertThat(algorithm.hashBits()).isEqualTo(hashBits);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"rsa", "OCT", "ec", "okp", "", "AKP"})
  void haveNoOtherKeyTypes(String kty) {
    assertThat(KeyType.named(kty)).isEmpty();
  }
}
