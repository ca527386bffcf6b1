package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.factories.DefaultJWEDecrypterFactory;
import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.jwe.CompactJwe;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jwe.JweDecrypter;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.EnumSet;

/** How an example of an encrypted token is checked. */
final class JweExamples {
  private static final int MAX_LENGTH = 16_384;
  private static final JwtVerifier ALLOWING_ALL =
      VerifierUnderTest.opening(EnumSet.allOf(JweAlgorithm.class));

  private JweExamples() {}

  /** It opens to what the RFC says, here and with Nimbus. */
  static void assertOpens(Example example) throws Exception {
    CompactJwe token = CompactJwe.parse(example.text("compact"), MAX_LENGTH);
    byte[] content =
        new JweDecrypter()
            .decrypt(token, token.algorithm().orElseThrow(), example.privateKey())
            .orElseThrow();

    assertThat(new String(content, UTF_8)).isEqualTo(example.text("content"));
    JWEObject other = JWEObject.parse(example.text("compact"));
    other.decrypt(
        new DefaultJWEDecrypterFactory()
            .createJWEDecrypter(other.getHeader(), example.privateKey()));
    assertThat(other.getPayload().toString()).isEqualTo(example.text("content"));
  }

  /** It does not open, and where it fails is what the file says; no gate takes it either. */
  static void assertRefused(Example example) {
    assertThat(refusal(example)).contains(example.text("refusal"));
    assertThatThrownBy(() -> ALLOWING_ALL.verify(example.text("sent")))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e ->
                assertThat(e.rejection())
                    .isInstanceOf(
                        example.text("refusal").equals("alg")
                            ? DisallowedAlgorithm.class
                            : MalformedToken.class));
  }

  private static String refusal(Example example) {
    try {
      CompactJwe token = CompactJwe.parse(example.text("sent"), MAX_LENGTH);
      return token.algorithm().isPresent() ? "nothing" : "alg";
    } catch (MalformedTokenException e) {
      return e.getMessage();
    }
  }
}
