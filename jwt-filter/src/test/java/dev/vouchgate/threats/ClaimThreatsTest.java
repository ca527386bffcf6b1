package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.VerifiedJwt;
import dev.vouchgate.verify.VerifierUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E1 to E9: claims with a good signature that prove less than they seem to. */
class ClaimThreatsTest {
  /** The clock of these tests shows 1772366400. */
  private static final long NOW = Tokens.NOW.getEpochSecond();

  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @ParameterizedTest(name = "exp {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                      | missing_claim",
        "null                  | missing_claim",
        "\"1772366700\"        | claim_mismatch",
        "[1772366700]          | claim_mismatch",
        "{\"s\":1772366700}    | claim_mismatch",
        "true                  | claim_mismatch",
        "NaN                   | malformed_token",
        "1e400                 | malformed_token",
        "1772366400            | expired",
        "1772366400.9          | expired",
        "17723664e2            | expired",
        "0                     | expired",
        "-1                    | expired",
        "-1e300                | expired",
        "-9223372036854775808  | expired",
        "-9223372036854775809  | expired"
      })
  void e1WantsAnExpThatIsANumberAndNotOver(String exp, String code) {
    assertThat(code("exp", exp)).isEqualTo(code);
  }

  @ParameterizedTest(name = "exp {0}")
  @ValueSource(strings = {"1772366401", "1772366401.5", "9223372036854775808", "1e300"})
  void e1TakesALaterExpHoweverItIsWritten(String exp) throws Exception {
    assertThat(verifier.verify(with("exp", exp).compact())).isNotNull();
  }

  @ParameterizedTest(name = "iat {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                      | missing_claim",
        "null                  | missing_claim",
        "\"1772366400\"        | claim_mismatch",
        "[]                    | claim_mismatch",
        "false                 | claim_mismatch",
        "1772366411            | not_yet_valid",
        "1772370000            | not_yet_valid",
        "9223372036854775807   | not_yet_valid",
        "18446744075481918016  | not_yet_valid",
        "1e300                 | not_yet_valid"
      })
  void e2WantsAnIatThatIsANumberAndNotToCome(String iat, String code) {
    assertThat(code("iat", iat)).isEqualTo(code);
  }

  @ParameterizedTest(name = "nbf {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"0\"                 | claim_mismatch",
        "[0]                   | claim_mismatch",
        "false                 | claim_mismatch",
        "1772366411            | not_yet_valid",
        "9223372036854775807   | not_yet_valid",
        "9223372036854775808   | not_yet_valid",
        "18446744073709551617  | not_yet_valid",
        "1e300                 | not_yet_valid"
      })
  void e3WantsAnNbfThatIsANumberAndNotToCome(String nbf, String code) {
    assertThat(code("nbf", nbf)).isEqualTo(code);
  }

  @ParameterizedTest(name = "iss {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                      | missing_claim",
        "null                                  | missing_claim",
        "[\"https://issuer.example.com\"]      | claim_mismatch",
        "{\"https://issuer.example.com\":1}    | claim_mismatch",
        "\"https://issuer.example.com/\"       | untrusted_issuer",
        "\"https://issuer.example.co\"         | untrusted_issuer",
        "\"https://issuer.example.com.evil\"   | untrusted_issuer",
        "\"https://ISSUER.example.com\"        | untrusted_issuer",
        "\"https://issuer.example.com \"       | untrusted_issuer",
        "\"https://i\u0455suer.example.com\"   | untrusted_issuer",
        "\"\"                                  | untrusted_issuer"
      })
  void e4WantsTheOneIssuerExactly(String iss, String code) {
    assertThat(code("iss", iss)).isEqualTo(code);
  }

  @ParameterizedTest(name = "aud {0}")
  @ValueSource(
      strings = {
        "\"sho\"", "\"shopping\"", "\"Shop\"", "\" shop\"", "\"shop,other\"", "\"other shop\"",
        "\"\"", "[]", "[[\"shop\"]]", "[\"shop\",1]", "[\"shop\",null]", "{\"shop\":1}",
        "{\"0\":\"shop\"}", "1", "true"
      })
  void e5WantsUsAmongTheAudiencesExactly(String aud) {
    assertThat(refusal(verifier, with("aud", aud)))
        .isInstanceOfSatisfying(
            ClaimMismatch.class, refused -> assertThat(refused.claim()).isEqualTo("aud"));
  }

  @ParameterizedTest(name = "upn {0}")
  @ValueSource(strings = {"\"\"", "\" \"", "\"\\t\\u2003\"", "1", "[\"admin\"]", "{}", "true"})
  void e6WantsANameThatIsOne(String upn) {
    assertThat(refusal(verifier, with("upn", upn)))
        .isEqualTo(new ClaimMismatch("upn", "a string that is not blank"));
  }

  @Test
  void e6WantsAName() {
    Tokens nobody = Tokens.valid().without("upn").without("preferred_username").without("sub");
    assertThat(refusal(verifier, nobody).code()).isEqualTo("missing_claim");
  }

  @ParameterizedTest(name = "groups {0}")
  @ValueSource(
      strings = {
        "\"admin\"",
        "\"admin user\"",
        "{\"admin\":true}",
        "{\"0\":\"admin\"}",
        "[[\"admin\"]]",
        "[\"admin\",1]",
        "[\"admin\",null]",
        "true",
        "null"
      })
  void e7TakesNoRolesFromGroupsThatAreNoArrayOfStrings(String groups) throws Exception {
    assertThat(verifier.verify(with("groups", groups).compact()).roles()).isEmpty();
  }

  @Test
  void e8AsksTheClockAgainHoweverOftenTheTokenWasGood() throws Exception {
    GateUnderTest settings = GateUnderTest.withSecret();
    String compact = Tokens.valid("HS256").compact();
    try (Gate gate = settings.gate()) {
      for (int times = 0; times < 3; times++) {
        assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe@example.com");
      }
      settings.clock().advance(Tokens.LIFETIME);
      assertThat(VerifierUnderTest.rejection(() -> gate.verify(compact)))
          .isEqualTo(new Expired(NOW + 300, NOW + 300));
    }
  }

  @ParameterizedTest(name = "sub {0}")
  @ValueSource(strings = {"1", "[\"24400320\"]", "{\"id\":\"24400320\"}", "true"})
  void e9WantsASubjectThatIsAString(String sub) {
    assertThat(refusal(verifier, with("sub", sub))).isEqualTo(new ClaimMismatch("sub", "a string"));
  }

  @Test
  void e9GivesTheTokenItselfWhateverItSaysOfItself() throws Exception {
    String compact =
        Tokens.valid()
            .claim("raw_token", "forged")
            .claim("compact", "forged")
            .claim("callerName", "admin")
            .claim("roles", List.of("admin"))
            .compact();
    VerifiedJwt jwt = verifier.verify(compact);

    assertThat(jwt.compact()).isEqualTo(compact);
    assertThat(jwt.callerName()).isEqualTo("jdoe@example.com");
    assertThat(jwt.roles()).containsExactly("user");
  }

  private String code(String name, String json) {
    return refusal(verifier, with(name, json)).code();
  }

  /** A valid token whose claim is written exactly so; without it if that is null. */
  private static Tokens with(String name, String json) {
    Map<String, Object> claims = Tokens.valid().claims();
    claims.remove(name);
    String others = Json.of(claims);
    return Tokens.valid()
        .payload(json == null ? others : Attack.with(others, "\"" + name + "\":" + json));
  }
}
