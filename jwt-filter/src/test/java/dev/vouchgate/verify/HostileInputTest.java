package dev.vouchgate.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client sends ends in a proof or in a rejection, never in another exception. */
class HostileInputTest {
  private static final String SIGNED = Tokens.valid().compact();
  private static final String ENCRYPTED = EncryptedTokens.of(SIGNED).compact();
  private static final int ROUNDS = 3000;

  private final Random random = new Random(20260301);
  private final JwtVerifier plain =
      VerifierUnderTest.of(TestKeys.rsa("rsa"), TestKeys.p256("p256"));
  private final JwtVerifier opening = VerifierUnderTest.opening(EnumSet.allOf(JweAlgorithm.class));

  @Test
  void endsForTextOfAnyCharacters() {
    String characters = "....abcABC019-_=+/ \r\n\t\0é€\uFEFF\uD83D\uDE00\uFFFF{}\"";
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      assertRejected(plain, text.toString());
      assertRejected(opening, text.toString());
    }
  }

  @Test
  void endsForAnyCharacterAnywhereInAToken() {
    for (int round = 0; round < ROUNDS; round++) {
      assertRejected(plain, changed(SIGNED));
    }
    for (int round = 0; round < ROUNDS / 10; round++) {
      assertRejected(opening, changed(ENCRYPTED));
    }
  }

  @Test
  void endsForSignedJsonOfAnyBytes() {
    Tokens token = Tokens.valid("ES256");
    byte[] header = Tokens.part(token.compact(), 0);
    byte[] payload = Tokens.part(token.compact(), 1);
    for (int round = 0; round < ROUNDS / 10; round++) {
      assertEnds(plain, token.header(mangled(header)).compact());
      assertEnds(plain, token.payload(mangled(payload)).compact());
    }
  }

  @Test
  void endsForEncryptedContentOfAnyBytes() {
    for (int round = 0; round < ROUNDS / 30; round++) {
      String content = new String(mangled(SIGNED.getBytes(ISO_8859_1)), ISO_8859_1);
      assertEnds(opening, EncryptedTokens.of(content).compact());
    }
  }

  private String changed(String token) {
    StringBuilder text = new StringBuilder(token);
    int index = random.nextInt(token.length());
    char stranger = (char) random.nextInt(Character.MAX_VALUE);
    if (random.nextBoolean()) {
      text.insert(index, stranger);
    } else {
      text.setCharAt(index, (char) (stranger == token.charAt(index) ? stranger + 1 : stranger));
    }
    return text.toString();
  }

  private byte[] mangled(byte[] bytes) {
    byte[] mangled = Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
    for (int times = random.nextInt(4); times >= 0; times--) {
      mangled[random.nextInt(mangled.length)] = (byte) random.nextInt();
    }
    return mangled;
  }

  private static void assertRejected(JwtVerifier verifier, String compact) {
    assertThat(VerifierUnderTest.rejection(verifier, compact).error())
        .isEqualTo(BearerError.INVALID_TOKEN);
  }

  private static void assertEnds(JwtVerifier verifier, String compact) {
    assertThatCode(
            () -> {
              try {
                assertThat(verifier.verify(compact).callerName()).isNotBlank();
              } catch (RejectedException e) {
                assertThat(e.rejection().error()).isEqualTo(BearerError.INVALID_TOKEN);
              }
            })
        .as(compact)
        .doesNotThrowAnyException();
  }
}
