package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.verify.Rejection.AmbiguousCredentials;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.CrossSite;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.InsufficientScope;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.NonceNeeded;
import dev.vouchgate.verify.Rejection.NotYetValid;
import dev.vouchgate.verify.Rejection.ReplayedProof;
import dev.vouchgate.verify.Rejection.TooOld;
import dev.vouchgate.verify.Rejection.Unavailable;
import dev.vouchgate.verify.Rejection.Undecryptable;
import dev.vouchgate.verify.Rejection.UnexpectedType;
import dev.vouchgate.verify.Rejection.UnknownKey;
import dev.vouchgate.verify.Rejection.UnprovenBinding;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason: the code that dashboards know, the client's answer, the operator's details. */
class RejectionTest {

  private record Row(Rejection rejection, String code, BearerError error, String logReason) {}

  private static List<Row> rows() {
    BearerError token = BearerError.INVALID_TOKEN;
    Duration minute = Duration.ofMinutes(1);
    return List.of(
        new Row(
            new AmbiguousCredentials("two Authorization headers"),
            "ambiguous_credentials",
            BearerError.INVALID_REQUEST,
            "two Authorization headers; expected exactly one bearer token"),
        new Row(new MalformedToken("no alg"), "malformed_token", token, "no alg"),
        new Row(
            new DisallowedAlgorithm("none", Set.of("RS256", "ES256")),
            "disallowed_algorithm",
            token,
            "alg none; expected one of [ES256, RS256]"),
        new Row(
            new CriticalHeader(Set.of("b", "a")),
            "critical_header",
            token,
            "crit [a, b]; expected none"),
        new Row(
            new UnexpectedType("logout+jwt", Set.of("jwt")),
            "unexpected_type",
            token,
            "typ logout+jwt; expected none or one of [jwt]"),
        new Row(
            new UnknownKey(Optional.of("k"), "RS256"),
            "unknown_key",
            token,
            "no key for kid k and alg RS256"),
        new Row(
            new BadSignature(Optional.empty()),
            "bad_signature",
            token,
            "the signature is not that of key (without kid)"),
        new Row(new Expired(1, 2), "expired", token, "exp 1; it is 2"),
        new Row(new NotYetValid("nbf", 3, 2), "not_yet_valid", token, "nbf 3; it is 2"),
        new Row(
            new TooOld(1, 200, minute),
            "too_old",
            token,
            "iat 1; it is 200, expected at most PT1M later"),
        new Row(new MissingClaim("exp"), "missing_claim", token, "no claim exp"),
        new Row(
            new ClaimMismatch("aud", "one of [shop]"),
            "claim_mismatch",
            token,
            "claim aud; expected one of [shop]"),
        new Row(
            new UntrustedIssuer("https://b", "https://a"),
            "untrusted_issuer",
            token,
            "iss https://b; expected https://a"),
        new Row(
            new Undecryptable(Optional.of("k")),
            "undecryptable",
            token,
            "cannot be decrypted; kid k"),
        new Row(new UnprovenBinding("no cnf"), "unproven_binding", token, "no cnf"),
        new Row(
            new InvalidProof("no jti"),
            "invalid_proof",
            BearerError.INVALID_DPOP_PROOF,
            "DPoP proof: no jti"),
        new Row(
            new ReplayedProof(),
            "replayed_proof",
            BearerError.INVALID_DPOP_PROOF,
            "a DPoP proof that has been used before"),
        new Row(
            new NonceNeeded("n"),
            "nonce_needed",
            BearerError.USE_DPOP_NONCE,
            "a DPoP proof without a fresh nonce"),
        new Row(
            new InsufficientScope(Set.of("admin")),
            "insufficient_scope",
            BearerError.INSUFFICIENT_SCOPE,
            "the caller has none of the roles [admin]"),
        new Row(
            new CrossSite("Origin [https://evil.example]", "https://shop.example.com"),
            "cross_site",
            BearerError.CROSS_SITE,
            "Origin [https://evil.example]; expected Sec-Fetch-Site same-origin or none, or Origin"
                + " https://shop.example.com, or one of vouchgate.csrf.origins"),
        new Row(
            new Unavailable("never fetched", minute),
            "unavailable",
            BearerError.UNAVAILABLE,
            "never fetched"));
  }

  static Stream<Arguments> reasons() {
    return rows().stream().map(row -> Arguments.of(row.code(), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  void hasAStableCodeAnAnswerAndAReason(String code, Row row) {
    assertThat(row.rejection().code()).isEqualTo(code);
    assertThat(row.rejection().error()).isEqualTo(row.error());
    assertThat(row.rejection().logReason()).isEqualTo(row.logReason());
  }

  @Test
  void isListedAboveWhicheverItIs() {
    assertThat(rows().stream().map(row -> (Object) row.rejection().getClass()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.<Object>asList((Object[]) Rejection.class.getPermittedSubclasses()));
    assertThat(rows().stream().map(Row::code)).doesNotHaveDuplicates();
  }

  @Test
  void travelsWithoutAStack() {
    RejectedException thrown = new RejectedException(new Expired(1, 2));

    assertThat(thrown).hasMessage("expired: exp 1; it is 2").hasNoCause();
    assertThat(thrown.getStackTrace()).isEmpty();
    assertThat(thrown.rejection()).isEqualTo(new Expired(1, 2));
  }

  @Test
  void keepsItsMessageInOneLineWhateverTheTokenSaid() {
    // An application that calls the gate itself will log this message as it is.
    Rejection hostile = new UnknownKey(Optional.of("a\r\nINFO forged ${jndi:x}"), "RS256");
    assertThat(new RejectedException(hostile))
        .hasMessage(
            "unknown_key: no key for kid a\\u000d\\u000aINFO forged \\u0024{jndi:x} and alg RS256");
  }

  @ParameterizedTest
  @EnumSource
  void saysOnlyWhatRfc6750Allows(BearerError error) {
    // Section 3: error is %x20-21 / %x23-5B / %x5D-7E, and so is error_description.
    assertThat(error.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    assertThat(error.code().orElse("none")).matches("[a-z_]+");
  }

  @Test
  void answersWithTheStatusOfRfc6750Section31() {
    assertThat(BearerError.INVALID_REQUEST.status()).isEqualTo(400);
    assertThat(BearerError.INVALID_REQUEST.code()).contains("invalid_request");
    assertThat(BearerError.INVALID_TOKEN.status()).isEqualTo(401);
    assertThat(BearerError.INVALID_TOKEN.code()).contains("invalid_token");
    assertThat(BearerError.INVALID_DPOP_PROOF.status()).isEqualTo(401);
    assertThat(BearerError.INVALID_DPOP_PROOF.code()).contains("invalid_dpop_proof");
    assertThat(BearerError.USE_DPOP_NONCE.status()).isEqualTo(401);
    assertThat(BearerError.USE_DPOP_NONCE.code()).contains("use_dpop_nonce");
    assertThat(BearerError.INSUFFICIENT_SCOPE.status()).isEqualTo(403);
    assertThat(BearerError.INSUFFICIENT_SCOPE.code()).contains("insufficient_scope");
    assertThat(BearerError.CROSS_SITE.status()).isEqualTo(403);
    assertThat(BearerError.CROSS_SITE.code()).isEmpty();
    assertThat(BearerError.UNAVAILABLE.status()).isEqualTo(503);
    assertThat(BearerError.UNAVAILABLE.code()).isEmpty();
  }
}
