package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.factories.DefaultJWEDecrypterFactory;
import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.jwe.CompactJwe;
import dev.vouchgate.jwe.JweDecrypter;
import dev.vouchgate.jws.MalformedTokenException;

/** How an example of an encrypted token is checked. */
final class JweExamples {
  private static final int MAX_LENGTH = 16_384;

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

  /** It does not open, and where it fails is what the file says. */
  static void assertRefused(Example example) {
    assertThat(refusal(example)).contains(example.text("refusal"));
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
