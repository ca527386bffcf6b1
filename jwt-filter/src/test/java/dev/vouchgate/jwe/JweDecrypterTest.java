package dev.vouchgate.jwe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens what is meant for it, and answers everything else with the same nothing. */
class JweDecrypterTest {
  private static final TestKey KEY = TestKeys.rsa("encryption");
  private static final EncryptedTokens VALID = EncryptedTokens.of("content");

  private final JweDecrypter decrypter = new JweDecrypter();

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "RSA-OAEP, A128GCM",
    "RSA-OAEP, A256GCM",
    "RSA-OAEP-256, A128GCM",
    "RSA-OAEP-256, A256GCM"
  })
  void opensATokenOfEachAlgorithm(String alg, String enc) throws Exception {
    assertThat(open(EncryptedTokens.of("content", alg, enc, KEY).compact())).contains("content");
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {2048, 2056, 3072})
  void opensWithKeysOfOtherSizes(int bits) throws Exception {
    TestKey key = TestKeys.rsa("encryption-" + bits, bits);
    String compact = EncryptedTokens.of("content", "RSA-OAEP", "A256GCM", key).compact();
    assertThat(open(compact, JweAlgorithm.RSA_OAEP, key.privateKey())).contains("content");
  }

  @Test
  void opensAnEmptyContent() throws Exception {
    assertThat(open(EncryptedTokens.of("").compact())).contains("");
  }

  @ParameterizedTest(name = "part {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void doesNotOpenWithAnyBitOfAPartChanged(int part) throws Exception {
    byte[] bytes = Tokens.part(VALID.compact(), part);
    for (int bit = 0; bit < 8 * bytes.length; bit += part == 1 ? 97 : 3) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String compact = Tokens.withPart(VALID.compact(), part, Tokens.base64Url(changed));
      assertThat(open(compact)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void doesNotOpenWithAnotherHeaderThanWasSealed() throws Exception {
    String other = Tokens.encodedPart(VALID.header("kid", "other").compact(), 0);
    assertThat(open(Tokens.withPart(VALID.compact(), 0, other))).isEmpty();
  }

  @Test
  void doesNotOpenWithTheEncryptedKeyOfAnotherToken() throws Exception {
    byte[] otherKey = new byte[32];
    String other = EncryptedTokens.of("content").contentKey(otherKey).compact();
    String swapped = Tokens.withPart(VALID.compact(), 1, Tokens.encodedPart(other, 1));

    assertThat(open(other)).contains("content");
    assertThat(open(swapped)).isEmpty();
  }

  @Test
  void doesNotOpenWhatIsMeantForAnother() throws Exception {
    assertThat(open(VALID.to(TestKeys.rsa("stranger")).compact())).isEmpty();
    assertThat(open(VALID.to(TestKeys.rsa("encryption-3072", 3072)).compact())).isEmpty();
  }

  @ParameterizedTest(name = "an encrypted key of {0} bytes")
  @ValueSource(ints = {0, 1, 16, 32, 128, 255, 256, 257, 512, 4096})
  void doesNotOpenWithAKeyThatNobodyWrapped(int length) throws Exception {
    for (byte fill : new byte[] {0, 1, (byte) 0xff}) {
      byte[] encryptedKey = new byte[length];
      Arrays.fill(encryptedKey, fill);
      String compact = Tokens.withPart(VALID.compact(), 1, Tokens.base64Url(encryptedKey));
      assertThat(open(compact)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} with a key of {1} bytes")
  @CsvSource({"A256GCM, 16", "A256GCM, 24", "A128GCM, 24", "A128GCM, 32"})
  void doesNotOpenWithAContentKeyOfAnotherSizeThanEncWants(String enc, int length)
      throws Exception {
    String compact =
        EncryptedTokens.of("content", "RSA-OAEP", enc, KEY).contentKey(new byte[length]).compact();
    assertThat(open(compact)).isEmpty();
  }

  @Test
  void doesNotOpenOneAlgorithmAsTheOther() throws Exception {
    String compact = VALID.compact();
    assertThat(open(compact, JweAlgorithm.RSA_OAEP_256, KEY.privateKey())).isEmpty();

    String other = EncryptedTokens.of("content", "RSA-OAEP-256", "A256GCM", KEY).compact();
    assertThat(open(other, JweAlgorithm.RSA_OAEP, KEY.privateKey())).isEmpty();
  }

  @Test
  void doesNotOpenWithAKeyOfAnotherType() throws Exception {
    PrivateKey key = TestKeys.p256("p256").privateKey();
    assertThat(open(VALID.compact(), JweAlgorithm.RSA_OAEP, key)).isEmpty();
  }

  @ParameterizedTest(name = "a content key of all {0}")
  @ValueSource(bytes = {0, 7, -1})
  void neverFallsBackToAKeyThatCanBeGuessed(byte fill) throws Exception {
    byte[] guess = new byte[32];
    Arrays.fill(guess, fill);
    String sealed = VALID.contentKey(guess).compact();
    assertThat(open(sealed)).contains("content");

    // The content would authenticate, if only the opener came to use that key: a constant one, or
    // the one that it has just unwrapped.
    assertThat(open(Tokens.withPart(sealed, 1, ""))).isEmpty();
    assertThat(open(Tokens.withPart(sealed, 1, Tokens.base64Url(new byte[256])))).isEmpty();
    assertThat(open(Tokens.withPart(sealed, 1, Tokens.base64Url(guess)))).isEmpty();
  }

  private Optional<String> open(String compact) throws Exception {
    CompactJwe token = CompactJwe.parse(compact, 16_384);
    return open(compact, token.algorithm().orElseThrow(), KEY.privateKey());
  }

  private Optional<String> open(String compact, JweAlgorithm algorithm, PrivateKey key)
      throws Exception {
    return decrypter
        .decrypt(CompactJwe.parse(compact, 16_384), algorithm, key)
        .map(content -> new String(content, UTF_8));
  }
}
