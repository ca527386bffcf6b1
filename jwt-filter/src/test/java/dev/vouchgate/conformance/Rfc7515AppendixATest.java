package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Web Signature, appendix A. */
class Rfc7515AppendixATest {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7515-appendix-a.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7515-appendix-a.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void verifiesTheExample(Example example) throws Exception {
    JwsExamples.assertVerifies(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exceptions")
  void refusesTheException(Example example) throws Exception {
    JwsExamples.assertRefused(example);
  }
}
