package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureVerifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of Protecting Content, sections 5 and 6: encryption, and a signed token inside. */
class Rfc7520Section5Test {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7520-section-5.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7520-section-5.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void opensTheExample(Example example) throws Exception {
    JweExamples.assertOpens(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exceptions")
  void refusesTheException(Example example) throws Exception {
    JweExamples.assertRefused(example);
  }

  @Test
  void verifiesTheTokenInsideTheTokenOfSection6() throws Exception {
    Example outer =
        examples().filter(example -> example.text("section").equals("6")).findFirst().orElseThrow();
    CompactJws token = CompactJws.parse(outer.text("content"), 16_384);

    assertThat(token.isSignedBy(JwsAlgorithm.PS256, outer.nested().key(), new SignatureVerifier()))
        .isTrue();
    assertThat(token.payload()).isEqualTo(outer.nested().text("content").getBytes(UTF_8));
  }
}
