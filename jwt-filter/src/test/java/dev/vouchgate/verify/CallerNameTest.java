package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.MissingClaim;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerNameTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"sub":"s","preferred_username":"p","upn":"u"} | u
          {"sub":"s","preferred_username":"p"}           | p
          {"sub":"s"}                                    | s
          {"upn":"u"}                                    | u
          {"sub":"s","upn":null}                         | s
          {"sub":"s","Upn":"u","name":"n"}               | s
          {"sub":"s","preferred_username":"ü ö"}         | ü ö
          """)
  void isTheFirstOfUpnPreferredUsernameAndSub(String json, String name) throws Exception {
    assertThat(CallerName.of(claims(json))).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{}", "{\"sub\":null}", "{\"email\":\"e\",\"name\":\"n\"}"})
  void cannotBeMissing(String json) {
    assertRejected(json, new MissingClaim("upn, preferred_username or sub"));
  }

  @ParameterizedTest(name = "upn = {0}")
  @ValueSource(strings = {"\"\"", "\" \"", "\"\\t\\n\"", "1", "true", "[\"u\"]", "{\"u\":1}"})
  void isNotTakenFromTheNextClaimWhenOneIsUnusable(String upn) {
    assertRejected(
        "{\"sub\":\"s\",\"preferred_username\":\"p\",\"upn\":" + upn + "}",
        new ClaimMismatch("upn", "a string that is not blank"));
  }

  @Test
  void cannotBeBlankInAnyOfThem() {
    assertRejected("{\"sub\":\"\"}", new ClaimMismatch("sub", "a string that is not blank"));
    assertRejected(
        "{\"sub\":\"s\",\"preferred_username\":\" \"}",
        new ClaimMismatch("preferred_username", "a string that is not blank"));
  }

  private static void assertRejected(String json, Rejection rejection) {
    assertThatThrownBy(() -> CallerName.of(claims(json)))
        .asInstanceOf(InstanceOfAssertFactories.type(RejectedException.class))
        .extracting(RejectedException::rejection)
        .isEqualTo(rejection);
  }
}
