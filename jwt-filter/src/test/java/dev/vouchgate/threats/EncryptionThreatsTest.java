package dev.vouchgate.threats;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.Undecryptable;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D1 to D7: what anybody can make who has our public key, for that is all that it takes. */
class EncryptionThreatsTest {
  private static final TestKey KEY = TestKeys.rsa("encryption");
  private static final String SIGNED = Tokens.valid().compact();
  private static final EncryptedTokens VALID = EncryptedTokens.of(SIGNED);
  private static final Undecryptable SHUT = new Undecryptable(Optional.of("encryption"));
  private final JwtVerifier verifier = VerifierUnderTest.opening(EnumSet.allOf(JweAlgorithm.class));

  static Stream<String> unsigned() {
    Tokens none = Tokens.valid().header("alg", "none");
    return Stream.of(
        Tokens.withPart(none.compact(), 2, ""),
        Tokens.withPart(Tokens.valid().header("alg", "None").compact(), 2, ""),
        Tokens.withPart(Tokens.valid().withoutHeader("alg").compact(), 2, ""),
        none.compact(),
        SIGNED.substring(0, SIGNED.lastIndexOf('.')),
        Tokens.encodedPart(SIGNED, 1),
        new String(Tokens.part(SIGNED, 1), java.nio.charset.StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("unsigned")
  void d1TakesNothingInsideWithoutASignature(String content) {
    assertThat(rejection(verifier, EncryptedTokens.of(content).compact()))
        .isInstanceOfAny(MalformedToken.class, DisallowedAlgorithm.class);
  }

  @Test
  void d1WantsTheSignatureInsideToHold() {
    for (String content :
        new String[] {
          Tokens.withPart(SIGNED, 2, ""), Tokens.valid().tampered().compact(),
        }) {
      assertThat(rejection(verifier, EncryptedTokens.of(content).compact()))
          .isEqualTo(new Rejection.BadSignature(Optional.of("rsa")));
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", ".", "..", ".AAAA.AAAA"})
  void d2TakesNoTokenThatIsOnlySigned(String more) {
    assertThat(rejection(verifier, SIGNED + more).code())
        .isIn("malformed_token", "disallowed_algorithm");
  }

  static Stream<@Nullable Object> zips() {
    return Stream.of("DEF", "def", "", "none", null, 1, false);
  }

  @ParameterizedTest(name = "zip {0}")
  @MethodSource("zips")
  void d3TakesNothingThatSaysItIsCompressed(@Nullable Object zip) {
    assertThat(rejection(verifier, VALID.header("zip", zip).compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"PBES2-HS256+A128KW", "PBES2-HS384+A192KW", "PBES2-HS512+A256KW", "pbes2"})
  void d4DerivesNoKeyFromAPassword(String alg) {
    EncryptedTokens token =
        VALID.header("alg", alg).header("p2s", "AAAAAAAAAAA").header("p2c", 2_147_483_647);
    assertThat(rejection(verifier, token.compact()))
        .isInstanceOfSatisfying(
            DisallowedAlgorithm.class, refused -> assertThat(refused.algorithm()).isEqualTo(alg));
  }

  @Test
  void d5OpensNoKeyThatIsWrappedTheOldWayAndDoesNotTellItFromAnyOther() throws Exception {
    Cipher old = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    old.init(Cipher.ENCRYPT_MODE, KEY.publicKey());
    byte[] contentKey = new byte[32];
    Arrays.fill(contentKey, (byte) 7);
    String wrapped = Tokens.base64Url(old.doFinal(contentKey));
    String random = Tokens.base64Url(new byte[256]);

    assertThat(rejection(verifier, Tokens.withPart(VALID.compact(), 1, wrapped))).isEqualTo(SHUT);
    assertThat(rejection(verifier, Tokens.withPart(VALID.compact(), 1, random))).isEqualTo(SHUT);
    String labelled = Tokens.withPart(VALID.header("alg", "RSA1_5").compact(), 1, wrapped);
    assertThat(rejection(verifier, labelled)).isInstanceOf(DisallowedAlgorithm.class);
  }

  @ParameterizedTest(name = "{0} bytes of tag")
  @ValueSource(ints = {0, 4, 8, 12, 15, 17, 32})
  void d6TakesNoTagOfAnotherLength(int length) {
    byte[] tag = Arrays.copyOf(Tokens.part(VALID.compact(), 4), length);
    assertThat(rejection(verifier, Tokens.withPart(VALID.compact(), 4, Tokens.base64Url(tag))))
        .isInstanceOf(MalformedToken.class);
  }

  @ParameterizedTest(name = "{0} bytes of IV")
  @ValueSource(ints = {0, 8, 11, 13, 16})
  void d6TakesNoIvOfAnotherLength(int length) {
    String iv = Tokens.base64Url(new byte[length]);
    assertThat(rejection(verifier, Tokens.withPart(VALID.compact(), 2, iv)))
        .isInstanceOf(MalformedToken.class);
  }

  @ParameterizedTest(name = "a key of {0} bytes for A256GCM")
  @ValueSource(ints = {16, 24})
  void d6TakesNoContentKeyOfAnotherLength(int length) {
    assertThat(rejection(verifier, VALID.contentKey(new byte[length]).compact())).isEqualTo(SHUT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"dir", "none", "A128KW", "A256KW", "A256GCMKW", "HS256", "RS256"})
  void d7TakesNoKeyManagementThatAnybodyCouldDo(String alg) {
    String compact = VALID.header("alg", alg).compact();
    assertThat(rejection(verifier, compact)).isInstanceOf(DisallowedAlgorithm.class);
    assertThat(rejection(verifier, Tokens.withPart(compact, 1, "")))
        .isInstanceOf(DisallowedAlgorithm.class);
  }

  @Test
  void d7OpensNoTokenTwice() {
    String twice = EncryptedTokens.of(VALID.compact()).compact();
    assertThat(rejection(verifier, twice)).isInstanceOf(MalformedToken.class);
    assertThat(rejection(verifier, EncryptedTokens.of(twice).compact()))
        .isInstanceOf(MalformedToken.class);
  }
}
