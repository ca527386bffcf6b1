package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of Protecting Content, section 3: keys. */
class Rfc7520Section3Test {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7520-section-3.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7520-section-3.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void readsTheExample(Example example) throws Exception {
    JwkExamples.assertReads(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exceptions")
  void refusesTheException(Example example) {
    JwkExamples.assertRefused(example);
  }
}
