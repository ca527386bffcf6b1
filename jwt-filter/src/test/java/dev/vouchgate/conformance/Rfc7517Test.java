package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Web Key, section 3 and appendices A to C. Left out: C.2 to C.8, the making of C.9. */
class Rfc7517Test {

  static Stream<Example> examples() {
    return Vectors.examples("rfc7517.json");
  }

  static Stream<Example> exceptions() {
    return Vectors.refused("rfc7517.json");
  }

  static Stream<Example> encrypted() {
    return Vectors.list("rfc7517.json", "encrypted");
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("encrypted")
  void refusesTheEncryptedKey(Example example) {
    JweExamples.assertRefused(example);
  }
}
