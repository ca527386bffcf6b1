package dev.vouchgate.jwe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.testing.JoseLibrary;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that other libraries encrypted, of every kind. */
class ForeignTokensTest {

  static Stream<Arguments> kinds() {
    return Arrays.stream(JoseLibrary.values())
        .flatMap(
            library ->
                Stream.of(
                        TestKeys.rsa("encryption"),
                        TestKeys.p256("encryption"),
                        TestKeys.p384("encryption"),
                        TestKeys.p521("encryption"),
                        TestKeys.x25519("encryption"))
                    .filter(library::encryptsTo)
                    .flatMap(key -> kinds(library, key)));
  }

  private static Stream<Arguments> kinds(JoseLibrary library, TestKey key) {
    return Arrays.stream(JweAlgorithm.values())
        .filter(alg -> alg.suits(key.privateKey()))
        .flatMap(
            alg ->
                Arrays.stream(ContentEncryption.values())
                    .map(enc -> arguments(library, alg, enc, key)));
  }

  @ParameterizedTest(name = "{0}: {1} with {2} to {3}")
  @MethodSource("kinds")
  void opensWhatAnotherEncrypted(
      JoseLibrary library, JweAlgorithm alg, ContentEncryption enc, TestKey key) throws Exception {
    String compact = library.encrypt(alg.toString(), enc.name(), key, "from another");

    assertThat(open(compact, key)).contains("from another");
  }

  private static Optional<String> open(String compact, TestKey key) throws Exception {
    CompactJwe token = CompactJwe.parse(compact, 16_384);
    return new JweDecrypter()
        .decrypt(token, token.algorithm().orElseThrow(), key.privateKey())
        .map(content -> new String(content, UTF_8));
  }
}
