package dev.vouchgate.jwe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key agreement: opens what was agreed on, and answers everything else with the same nothing. */
class AgreementDecrypterTest {
  private static final TestKey KEY = TestKeys.p256("encryption");
  private static final List<String> ALGORITHMS =
      List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");

  static Stream<Arguments> kinds() {
    return Stream.of(KEY, TestKeys.p384("p384"), TestKeys.p521("p521"), TestKeys.x25519("x25519"))
        .flatMap(
            key ->
                ALGORITHMS.stream()
                    .flatMap(
                        alg ->
                            Stream.of("A128GCM", "A256GCM").map(enc -> arguments(alg, enc, key))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("kinds")
  void opensATokenOfEachKind(String alg, String enc, TestKey key) throws Exception {
    EncryptedTokens token = EncryptedTokens.of("content", alg, enc, key);

    assertThat(open(token.compact(), key)).contains("content");
    assertThat(open(token.header("apu", "QWxpY2U").header("apv", "Qm9i").compact(), key))
        .contains("content");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ECDH-ES+A128KW", "ECDH-ES+A256KW"})
  void doesNotOpenWithAnyBitOfTheEncryptedKeyChanged(String alg) throws Exception {
    String compact = token(alg).compact();
    byte[] wrapped = Tokens.part(compact, 1);
    for (int bit = 0; bit < 8 * wrapped.length; bit += 5) {
      byte[] changed = wrapped.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(open(Tokens.withPart(compact, 1, Tokens.base64Url(changed)), KEY)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ECDH-ES", "ECDH-ES+A256KW"})
  void doesNotOpenWithTheContentChanged(String alg) throws Exception {
    String compact = token(alg).compact();
    for (int part : new int[] {2, 3, 4}) {
      byte[] bytes = Tokens.part(compact, part);
      bytes[0] ^= 1;
      assertThat(open(Tokens.withPart(compact, part, Tokens.base64Url(bytes)), KEY)).isEmpty();
    }
  }

  @ParameterizedTest(name = "an encrypted key of {0} bytes")
  @ValueSource(ints = {1, 8, 16, 32, 40})
  void doesNotOpenADirectAgreementWithAnEncryptedKey(int length) throws Exception {
    // RFC 7516 section 5.2 step 10: it must be empty, or one token has many spellings.
    String compact = token("ECDH-ES").compact();
    String key = Tokens.base64Url(new byte[length]);
    assertThat(open(Tokens.withPart(compact, 1, key), KEY)).isEmpty();
  }

  @ParameterizedTest(name = "an encrypted key of {0} bytes")
  @ValueSource(ints = {0, 8, 16, 24, 32, 39, 41, 48, 4096})
  void doesNotOpenWithAWrappedKeyOfAnotherSize(int length) throws Exception {
    String compact = token("ECDH-ES+A256KW").compact();
    String key = Tokens.base64Url(new byte[length]);
    assertThat(open(Tokens.withPart(compact, 1, key), KEY)).isEmpty();
  }

  @Test
  void doesNotOpenWithAContentKeyOfAnotherSizeThanEncWants() throws Exception {
    for (int length : new int[] {16, 24}) {
      assertThat(open(token("ECDH-ES+A256KW").contentKey(new byte[length]).compact(), KEY))
          .isEmpty();
    }
  }

  @Test
  void doesNotOpenOneKindAsAnother() throws Exception {
    for (String made : ALGORITHMS) {
      for (String said : ALGORITHMS) {
        if (!said.equals(made)) {
          assertThat(open(token(made).header("alg", said).compact(), KEY)).isEmpty();
        }
      }
    }
  }

  @Test
  void doesNotOpenWithOtherParties() throws Exception {
    EncryptedTokens token = token("ECDH-ES").header("apu", "QWxpY2U");
    String other = Tokens.encodedPart(token.header("apu", "Qm9i").compact(), 0);

    assertThat(open(Tokens.withPart(token.compact(), 0, other), KEY)).isEmpty();
    // Sealed over this very header, and agreed on for nobody: only the strict reading refuses it.
    assertThat(open(token("ECDH-ES").header("apu", 7).compact(), KEY)).isEmpty();
    assertThat(open(token("ECDH-ES").header("apv", null).compact(), KEY)).isEmpty();
    assertThat(open(token("ECDH-ES").header("apu", List.of()).compact(), KEY)).isEmpty();
  }

  @Test
  void doesNotOpenWithAnotherEphemeralKey() throws Exception {
    for (TestKey other :
        List.of(
            TestKeys.p256("other"),
            TestKeys.p384("other"),
            TestKeys.x25519("other"),
            TestKeys.rsa("other"))) {
      assertThat(open(token("ECDH-ES").header("epk", Jwks.of(other)).compact(), KEY)).isEmpty();
    }
    assertThat(open(token("ECDH-ES").withoutHeader("epk").compact(), KEY)).isEmpty();
    assertThat(open(token("ECDH-ES").header("epk", "P-256").compact(), KEY)).isEmpty();
  }

  /** Agreed on with this very key, sealed over this very header: but a private key lies in it. */
  @Test
  void doesNotOpenWhereThePrivateEphemeralKeyIsPublished() throws Exception {
    Map<String, @Nullable Object> epk = Jwks.privateOf(TestKeys.p256("ephemeral"));
    assertThat(open(token("ECDH-ES").header("epk", epk).compact(), KEY)).isEmpty();
  }

  @Test
  void doesNotOpenWithAKeyOfAnotherType() throws Exception {
    String compact = token("ECDH-ES").compact();
    for (TestKey key : List.of(TestKeys.rsa("rsa"), TestKeys.p384("p384"), TestKeys.x25519("x"))) {
      assertThat(open(compact, key)).isEmpty();
    }
    String rsa = EncryptedTokens.of("content").header("alg", "ECDH-ES").compact();
    assertThat(open(rsa, TestKeys.rsa("encryption"))).isEmpty();
  }

  private static EncryptedTokens token(String alg) {
    return EncryptedTokens.of("content", alg, "A256GCM", KEY);
  }

  private static Optional<String> open(String compact, TestKey key) throws Exception {
    CompactJwe token = CompactJwe.parse(compact, 16_384);
    return new JweDecrypter()
        .decrypt(token, token.algorithm().orElseThrow(), key.privateKey())
        .map(content -> new String(content, UTF_8));
  }
}
