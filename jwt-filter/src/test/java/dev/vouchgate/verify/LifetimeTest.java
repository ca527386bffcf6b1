package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.NotYetValid;
import dev.vouchgate.verify.Rejection.TooOld;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** exp, iat, nbf and the token's age, to the second. */
class LifetimeTest {
  private static final long NOW = Tokens.NOW.getEpochSecond();
  private static final ClaimRule EXACT = lifetime(0, 0);
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @ParameterizedTest(name = "exp {0} s from now, skew {1} s")
  @CsvSource({"1, 0", "300, 0", "0, 1", "-59, 60", "9223372035082409407, 0"})
  void acceptsATokenUntilItExpires(long exp, long skew) {
    assertAccepted(lifetime(skew, 0), NOW + exp, NOW, null);
  }

  @ParameterizedTest(name = "exp {0} s from now, skew {1} s")
  @CsvSource({
    "0, 0",
    "-1, 0",
    "-300, 0",
    "-1, 1",
    "-60, 60",
    "-1772366400, 600",
    "-1772366401, 600"
  })
  void rejectsTokenThatExpiresNowOrHasExpired(long exp, long skew) {
    assertThat(rejection(lifetime(skew, 0), times(NOW + exp, NOW, null)))
        .isEqualTo(new Expired(NOW + exp, NOW));
  }

  @Test
  void roundsAFractionOfASecondAwayFromTheToken() {
    assertThat(rejection(EXACT, times(NOW + ".999", NOW, null))).isEqualTo(new Expired(NOW, NOW));
    assertAccepted(EXACT, (NOW + 1) + ".001", NOW, null);
  }

  @ParameterizedTest(name = "iat {0} s from now, skew {1} s, ahead {2} s")
  @CsvSource({
    "0,0,0",
    "-1,0,0",
    "10,0,10",
    "10,10,0",
    "10,10,5",
    "60,60,10",
    "-1772366400,0,0",
    "-1772366401,0,0"
  })
  void toleratesAnIssuersClockAheadByTheGreaterOfSkewAndAllowance(
      long offset, long skew, long ahead) {
    assertAccepted(lifetime(skew, ahead), NOW + 300, NOW + offset, null);
    assertAccepted(lifetime(skew, ahead), NOW + 300, NOW, NOW + offset);
  }

  @ParameterizedTest(name = "{0} s from now, skew {1} s, ahead {2} s")
  @CsvSource({"1,0,0", "11,0,10", "11,10,0", "16,10,5", "9223372035082409407,600,600"})
  void rejectsATokenFromTheFuture(long offset, long skew, long ahead) {
    assertThat(rejection(lifetime(skew, ahead), times(Long.MAX_VALUE, NOW + offset, null)))
        .isEqualTo(new NotYetValid("iat", NOW + offset, NOW));
    assertThat(rejection(lifetime(skew, ahead), times(Long.MAX_VALUE, NOW, NOW + offset)))
        .isEqualTo(new NotYetValid("nbf", NOW + offset, NOW));
  }

  @Test
  void wantsExpAndIatButNotNbf() {
    assertThat(rejection(EXACT, claims("{\"iat\":" + NOW + "}")))
        .isEqualTo(new MissingClaim("exp"));
    assertThat(rejection(EXACT, claims("{\"exp\":" + (NOW + 1) + "}")))
        .isEqualTo(new MissingClaim("iat"));
    assertThat(rejection(EXACT, times("null", NOW, null))).isEqualTo(new MissingClaim("exp"));
    assertThat(rejection(EXACT, times(NOW + 1, "null", null))).isEqualTo(new MissingClaim("iat"));
    assertAccepted(EXACT, NOW + 1, NOW, "null");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"1772366700\"",
        "\"\"",
        "[1772366700]",
        "{}",
        "true",
        "\"2026-03-01T12:05:00Z\""
      })
  void rejectsATimeThatIsNoNumber(String json) {
    String expected = "a number of seconds";
    assertThat(rejection(EXACT, times(json, NOW, null)))
        .isEqualTo(new ClaimMismatch("exp", expected));
    assertThat(rejection(EXACT, times(NOW + 1, json, null)))
        .isEqualTo(new ClaimMismatch("iat", expected));
    assertThat(rejection(EXACT, times(NOW + 1, NOW, json)))
        .isEqualTo(new ClaimMismatch("nbf", expected));
  }

  @ParameterizedTest(name = "exp {0}")
  @ValueSource(
      strings = {
        "-9223372036854775808",
        "-9223372036854775809",
        "-1e300",
        "-1",
        "0",
        "1e-300",
        "-0.5"
      })
  void rejectsATimeLongPastHoweverItIsWritten(String exp) {
    assertThat(rejection(lifetime(600, 600), times(exp, NOW, null))).isInstanceOf(Expired.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"9223372036854775807", "9223372036854775808", "1e300"})
  void doesNotWrapAroundAtTheEndOfTime(String value) {
    assertAccepted(lifetime(600, 600), value, NOW, null);
    assertThat(rejection(lifetime(600, 600), times(value, value, null)))
        .isEqualTo(new NotYetValid("iat", Long.MAX_VALUE, NOW));
    assertThat(rejection(lifetime(600, 600), times(value, NOW, value)))
        .isEqualTo(new NotYetValid("nbf", Long.MAX_VALUE, NOW));
  }

  @ParameterizedTest(name = "{0} s old, skew {1} s")
  @CsvSource({"0,0", "59,0", "-5,0", "60,1", "69,10"})
  void acceptsATokenYoungEnough(long age, long skew) {
    ClaimRule rule = ClaimRules.tokenAge(MINUTE, Duration.ofSeconds(skew));
    assertThatCode(() -> rule.check(times(NOW + 1, NOW - age, null), Tokens.NOW))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} s old, skew {1} s")
  @CsvSource({"60,0", "61,0", "61,1", "70,10", "1772366400,600"})
  void rejectsATokenThatIsTooOld(long age, long skew) {
    ClaimRule rule = ClaimRules.tokenAge(MINUTE, Duration.ofSeconds(skew));
    assertThat(rejection(rule, times(NOW + 1, NOW - age, null)))
        .isEqualTo(new TooOld(NOW - age, NOW, MINUTE));
  }

  @Test
  void wantsToKnowTheAge() {
    ClaimRule rule = ClaimRules.tokenAge(MINUTE, Duration.ZERO);
    assertThat(rejection(rule, claims("{}"))).isEqualTo(new MissingClaim("iat"));
    assertThat(rejection(rule, times(NOW, "-9223372036854775809", null)))
        .isInstanceOf(TooOld.class);
  }

  private static ClaimRule lifetime(long skew, long ahead) {
    return ClaimRules.lifetime(Duration.ofSeconds(skew), Duration.ofSeconds(ahead));
  }

  private static ClaimsSet times(Object exp, Object iat, Object nbf) {
    String json = "{\"exp\":" + exp + ",\"iat\":" + iat;
    return claims(nbf == null ? json + "}" : json + ",\"nbf\":" + nbf + "}");
  }

  private static void assertAccepted(ClaimRule rule, Object exp, Object iat, Object nbf) {
    assertThatCode(() -> rule.check(times(exp, iat, nbf), Tokens.NOW)).doesNotThrowAnyException();
  }
}
