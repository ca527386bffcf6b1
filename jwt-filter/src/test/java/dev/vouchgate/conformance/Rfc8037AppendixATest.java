package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * EdDSA in JSON Web Signature, appendix A. Left out: A.1 to A.3, which are keys; A.6 and A.7, key
 * agreement, which is not offered.
 */
class Rfc8037AppendixATest {

  static Stream<Example> examples() {
    return Vectors.examples("rfc8037-appendix-a.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void verifiesTheExample(Example example) throws Exception {
    JwsExamples.assertVerifies(example);
  }
}
