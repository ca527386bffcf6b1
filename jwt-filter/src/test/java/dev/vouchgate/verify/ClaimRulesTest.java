package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuer, audience and the claims that must be strings; for time see {@link LifetimeTest}. */
class ClaimRulesTest {
  private static final ClaimRule ISSUER = ClaimRules.issuer("https://a.example.com/r");
  private static final ClaimRule AUDIENCE = ClaimRules.audience(Set.of("shop", "https://shop"));

  @Test
  void acceptsTheIssuerItTrusts() {
    assertAccepted(ISSUER, "{\"iss\":\"https://a.example.com/r\"}");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "https://a.example.com",
        "https://a.example.com/r/",
        "https://a.example.com/R",
        "HTTPS://a.example.com/r",
        "http://a.example.com/r",
        " https://a.example.com/r",
        "https://a.example.com/r\u0001",
        "https://evil/https://a.example.com/r",
        "https://a.example.com/r.evil",
        "https://\u0430.example.com/r",
        "https://a.example.com:443/r"
      })
  void refusesEveryOtherSpellingOfTheIssuer(String issuer) {
    assertThat(rejection(ISSUER, claims(Map.of("iss", issuer))))
        .isEqualTo(new UntrustedIssuer(issuer, "https://a.example.com/r"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"[\"https://a.example.com/r\"]", "{\"https://a.example.com/r\":1}", "1", "true"})
  void refusesAnIssuerThatIsNoString(String json) {
    assertThat(rejection(ISSUER, claims("{\"iss\":" + json + "}")))
        .isEqualTo(new ClaimMismatch("iss", "a string"));
  }

  @Test
  void refusesTokensWithoutAnIssuer() {
    assertThat(rejection(ISSUER, claims("{}"))).isEqualTo(new MissingClaim("iss"));
    assertThat(rejection(ISSUER, claims("{\"iss\":null}"))).isEqualTo(new MissingClaim("iss"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"shop\"",
        "[\"shop\"]",
        "[\"other\",\"shop\"]",
        "\"https://shop\"",
        "[\"shop\",\"shop\"]"
      })
  void acceptsATokenForAtLeastOneOfUs(String json) {
    assertAccepted(AUDIENCE, "{\"aud\":" + json + "}");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"\"",
        "\"sho\"",
        "\"shop2\"",
        "\"SHOP\"",
        "\" shop\"",
        "\"shop,other\"",
        "\"other shop\"",
        "[]",
        "[\"other\"]",
        "[\"sho\",\"p\"]",
        "\"*\"",
        "\"https://shop/\""
      })
  void refusesATokenForOthers(String json) {
    assertThat(rejection(AUDIENCE, claims("{\"aud\":" + json + "}")))
        .isEqualTo(new ClaimMismatch("aud", "one of [https://shop, shop]"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"{\"shop\":1}", "[[\"shop\"]]", "[\"shop\",1]", "[\"shop\",null]", "1", "true"})
  void refusesAnAudienceOfAnotherForm(String json) {
    assertThat(rejection(AUDIENCE, claims("{\"aud\":" + json + "}")))
        .isEqualTo(new ClaimMismatch("aud", "a string or an array of strings"));
  }

  @Test
  void refusesTokensWithoutAnAudience() {
    assertThat(rejection(AUDIENCE, claims("{}"))).isEqualTo(new MissingClaim("aud"));
    assertThat(rejection(AUDIENCE, claims("{\"aud\":null}"))).isEqualTo(new MissingClaim("aud"));
  }

  @Test
  void wantsStringsWhereTheClaimIsThere() {
    ClaimRule rule = ClaimRules.strings("sub", "jti");
    assertAccepted(rule, "{}");
    assertAccepted(rule, "{\"sub\":null}");
    assertAccepted(rule, "{\"sub\":\"\",\"jti\":\"a\",\"other\":1}");
    assertThat(rejection(rule, claims("{\"sub\":1}")))
        .isEqualTo(new ClaimMismatch("sub", "a string"));
    assertThat(rejection(rule, claims("{\"sub\":\"a\",\"jti\":[\"a\"]}")))
        .isEqualTo(new ClaimMismatch("jti", "a string"));
  }

  private static void assertAccepted(ClaimRule rule, String json) {
    assertThatCode(() -> rule.check(claims(json), Tokens.NOW)).doesNotThrowAnyException();
  }

  @Test
  void requiredClaimsMustBeThereAndNotNull() throws Exception {
    ClaimRule rule = ClaimRules.required(List.of("aud", "client_id"));
    rule.check(claims(Map.of("aud", "a", "client_id", 7)), Tokens.NOW);

    assertThat(rejection(rule, claims(Map.of("aud", "a"))))
        .isEqualTo(new MissingClaim("client_id"));
    assertThat(rejection(rule, claims("{\"aud\":null,\"client_id\":\"a\"}")))
        .isEqualTo(new MissingClaim("aud"));
  }
}
