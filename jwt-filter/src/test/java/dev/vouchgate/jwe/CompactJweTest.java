package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJweTest {
  private static final int MAX_LENGTH = 16_384;
  private static final EncryptedTokens VALID = EncryptedTokens.of("content");
  private static final String COMPACT = VALID.compact();

  @Test
  void takesATokenApart() throws Exception {
    CompactJwe jwe = CompactJwe.parse(COMPACT, MAX_LENGTH);

    assertThat(jwe.header().keyId()).contains("encryption");
    assertThat(jwe.header().contentType()).contains("JWT");
    assertThat(jwe.algorithm()).contains(JweAlgorithm.RSA_OAEP);
    assertThat(jwe.encryption()).isEqualTo(ContentEncryption.A256GCM);
    assertThat(jwe.encryptedKey()).hasSize(256);
    assertThat(jwe.sealed()).hasSize("content".length() + 16);
  }

  @Test
  void readsAsManyCharactersAsAllowedAndNotOneMore() throws Exception {
    assertThat(CompactJwe.parse(COMPACT, COMPACT.length())).isNotNull();
    assertThatThrownBy(() -> CompactJwe.parse(COMPACT, COMPACT.length() - 1))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining("the token has over");
    assertMalformed("=".repeat(MAX_LENGTH + 1), "the token has over 16384 characters");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "a", "e30.e30.e30", "e30.e30.e30.e30", ".....", "a.b.c.d.e.f"})
  void refusesAnyOtherNumberOfPartsThanFive(String compact) {
    assertMalformed(compact, "exactly five parts");
  }

  @ParameterizedTest(name = "part {0}")
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void refusesAPartThatIsNotCanonicalBase64Url(int part) {
    String text = Tokens.encodedPart(COMPACT, part);
    for (String changed :
        new String[] {text + "=", text + "\n", "+" + text.substring(1), " " + text}) {
      boolean sized = (part == 2 || part == 4) && changed.length() != text.length();
      assertMalformed(
          Tokens.withPart(COMPACT, part, changed),
          sized ? "AES GCM wants an IV of 96 bits" : "a part of the token is");
    }
  }

  @Test
  void refusesASecondSpellingOfTheTag() {
    String tag = Tokens.encodedPart(COMPACT, 4);
    char next = (char) (tag.charAt(21) + 1);
    assertMalformed(Tokens.withPart(COMPACT, 4, tag.substring(0, 21) + next), "not canonical");
  }

  @ParameterizedTest(name = "a tag of {0} bytes")
  @ValueSource(ints = {0, 1, 4, 8, 12, 13, 14, 15, 17, 32})
  void refusesATagThatIsNot128Bits(int length) {
    // GCM itself knows shorter tags, and one of 32 bits can be guessed.
    assertMalformed(
        Tokens.withPart(COMPACT, 4, Tokens.base64Url(new byte[length])), "a tag of 128");
  }

  @ParameterizedTest(name = "an IV of {0} bytes")
  @ValueSource(ints = {0, 1, 8, 11, 13, 16})
  void refusesAnIvThatIsNot96Bits(int length) {
    assertMalformed(Tokens.withPart(COMPACT, 2, Tokens.base64Url(new byte[length])), "96 bits");
  }

  @ParameterizedTest(name = "zip = {0}")
  @CsvSource(
      value = {"DEF", "def", "''", "NULL"},
      nullValues = "NULL")
  void refusesCompression(String zip) {
    assertMalformed(VALID.header("zip", zip).compact(), "compressed tokens (zip)");
  }

  @ParameterizedTest(name = "enc = {0}")
  @ValueSource(
      strings = {
        "A192GCM",
        "a256gcm",
        "A256CBC-HS512",
        "A128CBC-HS256",
        "none",
        "",
        "XC20P",
        "A256GCM "
      })
  void refusesAnyOtherContentEncryption(String enc) {
    assertMalformed(VALID.header("enc", enc).compact(), "enc must be A256GCM or A128GCM");
  }

  @Test
  void refusesATokenThatDoesNotSayItsContentEncryption() {
    assertMalformed(VALID.withoutHeader("enc").compact(), "needs enc");
    assertMalformed(VALID.header("enc", null).compact(), "needs enc");
    assertMalformed(VALID.header("enc", 256).compact(), "needs enc");
  }

  @ParameterizedTest(name = "alg = {0}")
  @ValueSource(
      strings = {
        "RSA1_5",
        "dir",
        "none",
        "A128KW",
        "A256KW",
        "A256GCMKW",
        "ECDH-ES+A192KW",
        "ECDH-ES+A256KW ",
        "ECDH-1PU",
        "PBES2-HS256+A128KW",
        "RSA-OAEP-384",
        "RSA-OAEP-512",
        "rsa-oaep",
        "RSA_OAEP",
        "RSA-OAEP ",
        "RS256"
      })
  void knowsNoOtherKeyManagement(String alg) throws Exception {
    CompactJwe jwe = CompactJwe.parse(VALID.header("alg", alg).compact(), MAX_LENGTH);
    assertThat(jwe.algorithm()).isEmpty();
  }

  @Test
  void refusesAHeaderThatIsNone() {
    assertMalformed(Tokens.withPart(COMPACT, 0, ""), "the header");
    assertMalformed(VALID.withoutHeader("alg").compact(), "the header has no alg");
    assertMalformed(VALID.header("crit", "exp").compact(), "crit");
    assertMalformed(VALID.header("kid", 1).compact(), "kid");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "😀....",
        "😀😀😀😀....",
        ".😀😀😀😀...",
        "..😀😀😀😀..",
        "...😀😀😀😀.",
        "....😀😀😀😀"
      })
  void refusesSurrogatesThatMakeBytesFewerThanCharacters(String compact) {
    assertMalformed(compact, "token");
  }

  private static void assertMalformed(String compact, String message) {
    assertThatThrownBy(() -> CompactJwe.parse(compact, MAX_LENGTH))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining(message);
  }
}
