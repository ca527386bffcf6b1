package dev.vouchgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureVerifier;
import java.security.Key;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * EdDSA itself, section 7: RFC 8037 has no example for Ed448. Left out: contexts and pre-hashing
 * (7.2, 7.3, 7.5), which JWS does not use, and the longer messages.
 */
class Rfc8032Section7Test {

  static Stream<Example> examples() {
    return Vectors.examples("rfc8032-section-7.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void verifiesTheExample(Example example) throws Exception {
    Key key = example.key();
    byte[] message = example.hex("message");
    byte[] signature = example.hex("signature");
    SignatureVerifier verifier = new SignatureVerifier();

    assertThat(verifier.verify(JwsAlgorithm.EDDSA, key, message, message.length, signature))
        .isTrue();
    byte[] other = {42};
    assertThat(verifier.verify(JwsAlgorithm.EDDSA, key, other, other.length, signature)).isFalse();
  }
}
