package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.AmbiguousCredentials;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.InsufficientScope;
import dev.vouchgate.verify.Rejection.UnexpectedType;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerChallengeTest {

  @Test
  void namesOnlyTheRealmWhereNoCredentialsWereSent() {
    assertThat(BearerChallenge.withoutCredentials("shop"))
        .isEqualTo(
            new BearerChallenge(401, Optional.of("Bearer realm=\"shop\""), Optional.empty()));
  }

  static Stream<Arguments> refusals() {
    String token = "The access token is malformed, expired or not trusted here";
    String scope = "The access token does not carry a role that this needs";
    String one = "The request must carry exactly one bearer token";
    String evil = "\"\r\nSet-Cookie: a=b";
    return Stream.of(
        Arguments.of(new AmbiguousCredentials(evil), 400, "invalid_request", one),
        Arguments.of(new Expired(1, 2), 401, "invalid_token", token),
        Arguments.of(new BadSignature(Optional.of(evil)), 401, "invalid_token", token),
        Arguments.of(new ClaimMismatch(evil, evil), 401, "invalid_token", token),
        Arguments.of(new UntrustedIssuer(evil, "x"), 401, "invalid_token", token),
        Arguments.of(new UnexpectedType(evil, Set.of()), 401, "invalid_token", token),
        Arguments.of(new InsufficientScope(Set.of(evil)), 403, "insufficient_scope", scope));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void saysAConstantPerKindAndNothingOfTheRequest(
      Rejection rejection, int status, String error, String description) {
    assertThat(BearerChallenge.of(rejection, "shop"))
        .isEqualTo(
            new BearerChallenge(
                status,
                Optional.of(
                    "Bearer realm=\"shop\", error=\""
                        + error
                        + "\", error_description=\""
                        + description
                        + "\""),
                Optional.empty()));
  }

  @Test
  void asksNobodyToAuthenticateWhereKeysAreMissing() {
    Duration later = Duration.ofSeconds(7);
    assertThat(BearerChallenge.of(new Rejection.Unavailable("x", later), "shop"))
        .isEqualTo(new BearerChallenge(503, Optional.empty(), Optional.of(later)));
  }
}
