package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.signed;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C1, C2, C3: one token, one spelling. Every signature here is good, over what is sent. */
class EncodingThreatsTest {
  private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"rsa\"}";
  private static final String CLAIMS = Json.of(Tokens.valid().claims());
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @Test
  void c1BeginsWithATokenThatIsAccepted() throws Exception {
    assertThat(verifier.verify(signed(url(HEADER), url(CLAIMS))).callerName())
        .isEqualTo("jdoe@example.com");
  }

  static Stream<Arguments> otherSpellings() {
    String header = url(HEADER);
    // In the other alphabet it has a + and a /.
    String claims = url(Attack.claimsWith("\"x\":\"~~~???>>>\""));
    String standard = claims.replace('-', '+').replace('_', '/');
    assertThat(standard).contains("+").contains("/");
    String good = signed(header, claims);
    return Stream.of(
        Arguments.of("padding", signed(header + "=", url(CLAIMS))),
        Arguments.of("padding of the claims", signed(header, padded(CLAIMS))),
        Arguments.of("padding of the signature", good + "=="),
        Arguments.of("the other alphabet", signed(header, standard)),
        Arguments.of(
            "a line break", signed(header, claims.substring(0, 40) + "\n" + claims.substring(40))),
        Arguments.of(
            "MIME's line breaks",
            signed(header, Base64.getMimeEncoder().encodeToString(CLAIMS.getBytes(UTF_8)))),
        Arguments.of("a blank before", " " + good),
        Arguments.of("a blank after", good + " "),
        Arguments.of("a line break after", good + "\r\n"),
        Arguments.of("a byte order mark", "\uFEFF" + good),
        Arguments.of("a NUL", good + "\0"),
        Arguments.of("a letter beyond ASCII", signed(header, claims) + "é"),
        Arguments.of("no signature", header + "." + claims),
        Arguments.of("an empty part before", "." + good),
        Arguments.of("an empty part after", good + "."),
        Arguments.of("a fourth part", good + "." + claims),
        Arguments.of("five parts", good + ".AAAA.AAAA"),
        Arguments.of("JSON serialization", json(header, claims, good)),
        Arguments.of("nothing", ""),
        Arguments.of("two dots", ".."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherSpellings")
  void c1RefusesEveryOtherSpelling(String what, String compact) {
    assertThat(rejection(verifier, compact)).isInstanceOf(MalformedToken.class);
  }

  @Test
  void c2RefusesUnusedBitsThatAreNotZero() {
    String header = url(HEADER + " ".repeat((4 - HEADER.length() % 3) % 3));
    String claims = url(CLAIMS + " ".repeat((4 - CLAIMS.length() % 3) % 3));
    String good = signed(header, claims);
    List<String> accepted = new ArrayList<>();
    for (int bits = 0; bits < 16; bits++) {
      for (String spelled :
          List.of(
              signed(withLast(header, bits), claims),
              signed(header, withLast(claims, bits)),
              withLast(good, bits))) {
        try {
          verifier.verify(spelled);
          accepted.add(spelled);
        } catch (RejectedException e) {
          assertThat(e.rejection())
              .isEqualTo(
                  new MalformedToken(
                      "a part of the token is base64url that is not canonical:"
                          + " unused trailing bits are set"));
        }
      }
    }
    assertThat(accepted).containsExactly(good, good, good);
  }

  static Stream<Arguments> duplicates() {
    return Stream.of(
        Arguments.of(Attack.with(HEADER, "\"alg\":\"none\""), CLAIMS),
        Arguments.of(Attack.with(HEADER, "\"kid\":\"rsa\""), CLAIMS),
        Arguments.of(Attack.with(HEADER, "\"\\u0061lg\":\"RS256\""), CLAIMS),
        Arguments.of(Attack.with(HEADER, "\"jwk\":{\"kty\":1,\"kty\":1}"), CLAIMS),
        Arguments.of(HEADER, Attack.with(CLAIMS, "\"exp\":9999999999")),
        Arguments.of(HEADER, Attack.with(CLAIMS, "\"groups\":[\"admin\"]")),
        Arguments.of(HEADER, Attack.with(CLAIMS, "\"gro\\u0075ps\":[\"admin\"]")),
        Arguments.of(HEADER, Attack.with(CLAIMS, "\"x\":[{\"roles\":[],\"roles\":[]}]")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("duplicates")
  void c3RefusesDuplicateMembers(String header, String claims) {
    assertThat(rejection(verifier, signed(url(header), url(claims))))
        .isInstanceOfSatisfying(
            MalformedToken.class,
            refused -> assertThat(refused.detail()).contains("a duplicate name"));
  }

  @Test
  void c3RefusesAKeySetWithDuplicateMembers() {
    Map<String, Object> two =
        Map.of("kty", "RSA", "keys", Jwks.set(TestKeys.rsa("rsa"))); // neither is looked at
    String set = Json.of(two);
    assertThatThrownBy(() -> Attack.published(Attack.with(set, "\"k\\u0065ys\":[]")))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("a duplicate name");
  }

  private static String json(String header, String claims, String compact) {
    return Json.of(
        Map.of(
            "protected", header,
            "payload", claims,
            "signature", Tokens.encodedPart(compact, 2)));
  }

  private static String url(String text) {
    return Tokens.base64Url(text.getBytes(UTF_8));
  }

  /** Such that it has padding. */
  private static String padded(String text) {
    String longer = text + " ".repeat((4 - text.length() % 3) % 3);
    return Base64.getUrlEncoder().encodeToString(longer.getBytes(UTF_8));
  }

  /** The same with its last four bits set so. */
  private static String withLast(String part, int bits) {
    int last = ALPHABET.indexOf(part.charAt(part.length() - 1));
    return part.substring(0, part.length() - 1) + ALPHABET.charAt((last & 0x30) | bits);
  }
}
