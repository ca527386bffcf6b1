package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.testing.JoseLibrary;
import java.util.Optional;

/** How an example of a signed token is checked. */
final class JwsExamples {
  private static final int MAX_LENGTH = 16_384;

  private JwsExamples() {}

  /** It passes here, says what the RFC says, and the other libraries confirm that it is right. */
  static void assertVerifies(Example example) throws Exception {
    String compact = example.text("compact");
    CompactJws token = CompactJws.parse(compact, MAX_LENGTH);
    JwsAlgorithm algorithm = token.header().signatureAlgorithm().orElseThrow();

    assertThat(token.isSignedBy(algorithm, example.key(), new SignatureVerifier())).isTrue();
    assertThat(new String(token.payload(), UTF_8)).isEqualTo(example.text("content"));
    for (JoseLibrary library : JoseLibrary.values()) {
      if (library.supports(algorithm.toString())) {
        assertThat(library.accepts(compact, algorithm.toString(), example.key()))
            .as("%s", library)
            .isTrue();
      }
    }
  }

  /** It does not pass, and where it fails is what the file says. */
  static void assertRefused(Example example) throws Exception {
    assertThat(refusal(example)).contains(example.text("refusal"));
  }

  private static String refusal(Example example) throws Exception {
    try {
      CompactJws token = CompactJws.parse(example.text("sent"), MAX_LENGTH);
      Optional<JwsAlgorithm> algorithm = token.header().signatureAlgorithm();
      if (algorithm.isEmpty()) {
        return "alg";
      }
      boolean holds = token.isSignedBy(algorithm.get(), example.key(), new SignatureVerifier());
      return holds ? "nothing" : "signature";
    } catch (MalformedTokenException e) {
      return e.getMessage();
    }
  }
}
