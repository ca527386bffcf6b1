package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of Protecting Content, section 4: signatures. */
class Rfc7520Section4Test {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7520-section-4.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7520-section-4.json");
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
