package dev.vouchgate.conformance;

import dev.vouchgate.conformance.Vectors.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** EdDSA in JSON Web Signature, appendix A; of A.6 and A.7, key agreement, the keys. */
class Rfc8037AppendixATest {

  static Stream<Example> examples() {
    return Vectors.examples("rfc8037-appendix-a.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void verifiesTheExample(Example example) throws Exception {
    JwsExamples.assertVerifies(example);
  }

  static Stream<Example> keys() {
    return Vectors.list("rfc8037-appendix-a.json", "keys");
  }

  static Stream<Example> refusedKeys() {
    return Vectors.list("rfc8037-appendix-a.json", "refusedKeys");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void readsTheKey(Example example) throws Exception {
    JwkExamples.assertReads(example);
  }

  static Stream<Example> thumbprints() {
    return Vectors.list("rfc8037-appendix-a.json", "thumbprints");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thumbprints")
  void findsTheThumbprint(Example example) throws Exception {
    JwkExamples.assertThumbprint(example);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedKeys")
  void refusesTheKey(Example example) {
    JwkExamples.assertRefused(example);
  }
}
