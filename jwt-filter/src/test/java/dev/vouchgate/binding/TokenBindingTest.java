package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.config.Gate;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Proofs;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.ReplayedProof;
import dev.vouchgate.verify.Rejection.UnprovenBinding;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat E10: a stolen token that is bound to somebody is worth nothing. */
class TokenBindingTest {
  private static final byte[] CERTIFICATE = {1, 2, 3};
  private static final Map<String, String> KEY = Map.of("jkt", Proofs.thumbprint(Proofs.KEY));
  private static final Map<String, String> CERTIFIED =
      Map.of("x5t#S256", Proofs.sha256(CERTIFICATE));

  private static final String PLAIN = Tokens.valid("HS256").compact();
  private static final String BY_KEY = bound(KEY);
  private static final String BY_CERTIFICATE = bound(CERTIFIED);
  private static final String BY_BOTH =
      bound(Map.of("jkt", KEY.get("jkt"), "x5t#S256", CERTIFIED.get("x5t#S256")));

  private static final StubPresentation BEARER = StubPresentation.bearer();
  private static final StubPresentation CERTIFICATE_SHOWN = BEARER.certificate(CERTIFICATE);
  private static final StubPresentation OTHER_SHOWN = BEARER.certificate(new byte[] {1, 2, 4});
  private static final StubPresentation KEY_PROVEN = StubPresentation.dpop(Proofs.valid(BY_KEY));
  private static final StubPresentation BOTH_PROVEN =
      StubPresentation.dpop(Proofs.valid(BY_BOTH)).certificate(CERTIFICATE);

  private static String bound(Map<String, String> cnf) {
    return Tokens.valid("HS256").claim("cnf", cnf).compact();
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("a plain token where nothing is configured", "", PLAIN, BEARER),
        Arguments.of("a plain token where all is", "dpop,mtls", PLAIN, BEARER),
        Arguments.of("a plain token with a certificate", "dpop,mtls", PLAIN, OTHER_SHOWN),
        Arguments.of("a token by key", "dpop", BY_KEY, KEY_PROVEN),
        Arguments.of("a token by certificate", "mtls", BY_CERTIFICATE, CERTIFICATE_SHOWN),
        Arguments.of("a token by both", "mtls,dpop", BY_BOTH, BOTH_PROVEN),
        Arguments.of("a token by key, required", "dpop!", BY_KEY, KEY_PROVEN),
        Arguments.of("one of two, required", "dpop,mtls!", BY_CERTIFICATE, CERTIFICATE_SHOWN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void accepts(String what, String binding, String token, Presentation how) {
    try (Gate gate = settings(binding).gate()) {
      assertThatCode(() -> gate.verify(token, how)).doesNotThrowAnyException();
    }
  }

  static Stream<Arguments> refused() {
    String bearer = "a token with cnf.jkt, not sent with the scheme DPoP and a proof";
    String noDpop = "cnf.jkt, but vouchgate.binding does not name dpop";
    String noMtls = "cnf.x5t#S256, but vouchgate.binding does not name mtls";
    String none = "cnf.x5t#S256, and no client certificate with the request";
    String other = "cnf.x5t#S256 is not that of the client certificate";
    String plain = "a token without cnf.jkt, sent with the scheme DPoP; expected Bearer";
    String required = "no cnf; vouchgate.binding.required wants a token that is bound";
    return Stream.of(
        Arguments.of("by key, nothing configured", "", BY_KEY, KEY_PROVEN, noDpop),
        Arguments.of("by key, only mtls configured", "mtls", BY_KEY, KEY_PROVEN, noDpop),
        Arguments.of("by key, as bearer", "dpop", BY_KEY, BEARER, bearer),
        Arguments.of("by certificate, nothing", "", BY_CERTIFICATE, CERTIFICATE_SHOWN, noMtls),
        Arguments.of("by certificate, dpop", "dpop", BY_CERTIFICATE, CERTIFICATE_SHOWN, noMtls),
        Arguments.of("by certificate, none shown", "mtls", BY_CERTIFICATE, BEARER, none),
        Arguments.of("by certificate, another", "mtls", BY_CERTIFICATE, OTHER_SHOWN, other),
        Arguments.of("by certificate, scheme", "dpop,mtls", BY_CERTIFICATE, BOTH_PROVEN, plain),
        Arguments.of("by both, key alone", "dpop,mtls", BY_BOTH, KEY_PROVEN, none),
        Arguments.of("by both, certificate alone", "dpop,mtls", BY_BOTH, CERTIFICATE_SHOWN, bearer),
        Arguments.of("by both, only dpop configured", "dpop", BY_BOTH, BOTH_PROVEN, noMtls),
        Arguments.of("by both, only mtls configured", "mtls", BY_BOTH, BOTH_PROVEN, noDpop),
        Arguments.of("plain, with the scheme DPoP", "dpop", PLAIN, KEY_PROVEN, plain),
        Arguments.of("plain, where it is required", "dpop,mtls!", PLAIN, BEARER, required),
        Arguments.of("plain, with a certificate", "mtls!", PLAIN, CERTIFICATE_SHOWN, required));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses(String what, String binding, String token, Presentation how, String reason) {
    assertThat(rejection(settings(binding), token, how)).isEqualTo(new UnprovenBinding(reason));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesEveryOneOfThemThatHasNoRequestAtAll(
      String what, String binding, String token, Presentation how, String reason) {
    try (Gate gate = settings(binding).gate()) {
      if (token.equals(PLAIN) && !binding.endsWith("!")) {
        assertThatCode(() -> gate.verify(token)).doesNotThrowAnyException();
      } else {
        assertThat(
                catchThrowableOfType(RejectedException.class, () -> gate.verify(token)).rejection())
            .isInstanceOf(UnprovenBinding.class);
      }
    }
  }

  @Test
  void asksForTheProofAtEveryRequestAndReportsIt() throws Exception {
    GateUnderTest settings = settings("dpop");
    try (Gate gate = settings.gate()) {
      gate.verify(BY_KEY, KEY_PROVEN);
      assertThat(
              catchThrowableOfType(RejectedException.class, () -> gate.verify(BY_KEY, KEY_PROVEN))
                  .rejection())
          .isEqualTo(new ReplayedProof());
      gate.verify(BY_KEY, StubPresentation.dpop(Proofs.valid(BY_KEY).claim("jti", "p-2")));
    }
    TokenAccepted accepted = new TokenAccepted(Tokens.ISSUER, "jdoe@example.com");
    assertThat(settings.events())
        .containsExactly(
            accepted,
            new TokenRejected("replayed_proof", "a DPoP proof that has been used before"),
            accepted);
  }

  @Test
  void doesNotUseAProofUpForATokenThatIsRefusedAnyway() throws Exception {
    try (Gate gate = settings("dpop,mtls").gate()) {
      StubPresentation noCertificate = StubPresentation.dpop(Proofs.valid(BY_BOTH));
      assertThat(
              catchThrowableOfType(
                  RejectedException.class, () -> gate.verify(BY_BOTH, noCertificate)))
          .isNotNull();
      assertThat(gate.verify(BY_BOTH, noCertificate.certificate(CERTIFICATE)).callerName())
          .isEqualTo("jdoe@example.com");
    }
  }

  @Test
  void judgesNoProofOfATokenThatProvesNothing() {
    String forged = Proofs.bound(Tokens.valid("HS256"), Proofs.KEY).tampered().compact();
    assertThat(rejection(settings("dpop"), forged, StubPresentation.dpop(Proofs.valid("another"))))
        .isInstanceOf(Rejection.BadSignature.class);
  }

  @Test
  void saysThatTheProofIsWrongAndNotTheToken() {
    assertThat(rejection(settings("dpop"), BY_KEY, BEARER.with()))
        .isEqualTo(new InvalidProof("0 DPoP headers; expected one"));
  }

  @Test
  void saysThatTheTokenIsAnothersAndNotTheProofWrong() {
    StubPresentation byAnother =
        StubPresentation.dpop(Proofs.valid(BY_KEY, "ES256", TestKeys.p256("thief")));
    assertThat(rejection(settings("dpop"), BY_KEY, byAnother))
        .isEqualTo(new UnprovenBinding("the proof's key is not that of the token's cnf.jkt"));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      value = {
        "''|true|''",
        "dpop|true|ES256",
        "mtls|true|''",
        "dpop!|false|ES256",
        "mtls!|true|''"
      },
      delimiter = '|')
  void tellsWhatChallengesMayOffer(String binding, boolean bearer, String algorithms) {
    GateUnderTest settings = settings(binding).with("vouchgate.dpop.algorithms", "ES256");
    try (Gate gate = settings.gate()) {
      assertThat(gate.binding().takesBearer()).isEqualTo(bearer);
      assertThat(String.join(" ", gate.binding().dpopAlgorithms())).isEqualTo(algorithms);
      assertThat(gate.binding().certificates().isPresent()).isEqualTo(binding.contains("mtls"));
    }
  }

  private static Rejection rejection(GateUnderTest settings, String token, Presentation how) {
    try (Gate gate = settings.gate()) {
      return catchThrowableOfType(RejectedException.class, () -> gate.verify(token, how))
          .rejection();
    }
  }

  /** With an exclamation mark: required. */
  private static GateUnderTest settings(String binding) {
    GateUnderTest settings =
        GateUnderTest.withSecret().with("vouchgate.dpop.base-url", "https://api.example.com");
    String methods = binding.replace("!", "");
    return methods.isEmpty()
        ? settings
        : settings
            .with("vouchgate.binding", methods)
            .with("vouchgate.binding.required", "" + binding.endsWith("!"));
  }
}
