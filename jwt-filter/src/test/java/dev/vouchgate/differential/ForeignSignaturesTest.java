package dev.vouchgate.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.testing.JoseLibrary;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm, signed by every library that has it. */
class ForeignSignaturesTest {
  private static final String PAYLOAD = "{\"sub\":\"jdoe\"}";

  static Stream<Arguments> signatures() {
    return Arrays.stream(JoseLibrary.values())
        .flatMap(
            library ->
                Stream.concat(
                        Arrays.stream(JwsAlgorithm.values())
                            .map(alg -> arguments(library, alg, TestKeys.of(alg.toString()))),
                        Stream.of(arguments(library, JwsAlgorithm.EDDSA, TestKeys.ed448("ed448"))))
                    .filter(row -> library.supports(row.get()[1].toString())));
  }

  @ParameterizedTest(name = "{1} by {0} with {2}")
  @MethodSource("signatures")
  void holdWhenALibraryMadeThem(JoseLibrary library, JwsAlgorithm algorithm, TestKey key)
      throws Exception {
    String compact = library.sign(algorithm.toString(), key, PAYLOAD);
    CompactJws token = CompactJws.parse(compact, 16_384);

    assertThat(token.header().signatureAlgorithm()).contains(algorithm);
    assertThat(token.header().keyId()).contains(key.kid());
    assertThat(token.isSignedBy(algorithm, key.verification(), new SignatureVerifier())).isTrue();
  }
}
