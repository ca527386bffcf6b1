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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerChallengeTest {
  private static final Realm BOTH = new Realm("shop", true, List.of("ES256", "EdDSA"));

  @Test
  void namesOnlyTheRealmWhereNoCredentialsWereSent() {
    assertThat(BearerChallenge.withoutCredentials(Realm.of("shop")))
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
    assertThat(BearerChallenge.of(rejection, Realm.of("shop")))
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
  void offersBothSchemesWhereBothCount() {
    assertThat(BearerChallenge.withoutCredentials(BOTH).wwwAuthenticate())
        .contains("Bearer realm=\"shop\", DPoP realm=\"shop\", algs=\"ES256 EdDSA\"");
    String error =
        "error=\"invalid_token\","
            + " error_description=\"The access token is malformed, expired or not trusted here\"";
    assertThat(BearerChallenge.of(new Rejection.UnprovenBinding("x"), BOTH).wwwAuthenticate())
        .contains(
            "Bearer realm=\"shop\", "
                + error
                + ", DPoP realm=\"shop\", "
                + error
                + ", algs=\"ES256 EdDSA\"");
  }

  @Test
  void offersDpopAloneWhereNothingElseCounts() {
    Realm alone = new Realm("shop", false, List.of("ES256"));
    assertThat(BearerChallenge.withoutCredentials(alone).wwwAuthenticate())
        .contains("DPoP realm=\"shop\", algs=\"ES256\"");
    assertThat(BearerChallenge.of(new Expired(1, 2), alone).wwwAuthenticate().orElseThrow())
        .startsWith("DPoP realm=\"shop\", error=\"invalid_token\", ")
        .endsWith(", algs=\"ES256\"");
  }

  @Test
  void saysWhatIsWrongWithAProofInTheSchemeOfProofs() {
    String invalid =
        "DPoP realm=\"shop\", error=\"invalid_dpop_proof\", error_description=\"The DPoP proof is"
            + " malformed, stale, used or of another request\", algs=\"ES256 EdDSA\"";
    assertThat(BearerChallenge.of(new Rejection.InvalidProof("x"), BOTH))
        .isEqualTo(new BearerChallenge(401, Optional.of(invalid), Optional.empty()));
    assertThat(BearerChallenge.of(new Rejection.ReplayedProof(), BOTH))
        .isEqualTo(new BearerChallenge(401, Optional.of(invalid), Optional.empty()));
    assertThat(BearerChallenge.of(new Rejection.NonceNeeded("n"), BOTH))
        .isEqualTo(
            new BearerChallenge(
                401,
                Optional.of(
                    "DPoP realm=\"shop\", error=\"use_dpop_nonce\", error_description=\"The DPoP"
                        + " proof must carry the nonce of this answer\", algs=\"ES256 EdDSA\""),
                Optional.empty(),
                Optional.of("n")));
  }

  @Test
  void asksNobodyToAuthenticateWhereKeysAreMissing() {
    Duration later = Duration.ofSeconds(7);
    assertThat(BearerChallenge.of(new Rejection.Unavailable("x", later), Realm.of("shop")))
        .isEqualTo(new BearerChallenge(503, Optional.empty(), Optional.of(later)));
  }
}
