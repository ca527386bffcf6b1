package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Web Encryption, appendix A. */
class Rfc7516AppendixATest {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7516-appendix-a.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7516-appendix-a.json");
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
}
