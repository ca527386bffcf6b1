package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Proofs;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.NonceNeeded;
import dev.vouchgate.verify.Rejection.ReplayedProof;
import dev.vouchgate.verify.Rejection.UnprovenBinding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One valid proof, one mutation each (RFC 9449 §4.3). */
class DpopVerifierTest {
  private static final String TOKEN = "the.access.token";
  private static final Tokens PROOF = Proofs.valid(TOKEN);
  private static final long NOW = Tokens.NOW.getEpochSecond();
  private static final DpopPolicy POLICY =
      new DpopPolicy(
          List.of(base("https://api.example.com")),
          Set.of(JwsAlgorithm.ES256, JwsAlgorithm.PS256, JwsAlgorithm.EDDSA, JwsAlgorithm.RS256),
          Duration.ofSeconds(60),
          1000,
          Optional.empty());

  private final MutableClock clock = new MutableClock();

  private static HttpUri base(String text) {
    return HttpUri.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "PS256", "RS256", "EdDSA"})
  void acceptsAProofOfEveryAlgorithmThatIsAllowed(String alg) {
    TestKey key = TestKeys.of(alg);
    StubPresentation how = StubPresentation.dpop(Proofs.valid(TOKEN, alg, key));
    assertThatCode(() -> verifier(POLICY).verify(TOKEN, Proofs.thumbprint(key), how))
        .doesNotThrowAnyException();
  }

  @Test
  void acceptsAKeyWithMoreMembersAndMoreClaimsThanThoseThatCount() {
    Map<String, Object> jwk = Jwks.of(Proofs.KEY);
    jwk.put("use", "sig");
    jwk.put("alg", "ES256");
    jwk.put("ext", true);
    jwk.put("key_ops", List.of("verify"));
    assertThat(rejection(PROOF.header("jwk", jwk).header("kid", "a").claim("more", 1))).isEmpty();
  }

  static Stream<Arguments> malformed() {
    Map<String, Object> open = Jwks.privateOf(Proofs.KEY);
    Map<String, Object> secret = Jwks.of(TestKeys.secret("secret"));
    Map<String, Object> toEncrypt = Jwks.nameless(Proofs.KEY);
    toEncrypt.put("use", "enc");
    Map<String, Object> offCurve = Jwks.nameless(Proofs.KEY);
    offCurve.put("y", Jwks.nameless(TestKeys.p256("thief")).get("y"));
    String unusable = "the key in its jwk cannot be used: ";
    return Stream.of(
        row("no typ", PROOF.withoutHeader("typ"), "its typ; expected dpop+jwt"),
        row("typ of a token", PROOF.header("typ", "JWT"), "its typ; expected dpop+jwt"),
        row("typ in capitals", PROOF.header("typ", "DPOP+JWT"), "its typ; expected dpop+jwt"),
        row("no alg", PROOF.withoutHeader("alg"), "the header has no alg (RFC 7515 section 4.1.1)"),
        row("alg none", PROOF.header("alg", "none"), "alg none, which is not allowed"),
        row("an alg that is off", PROOF.header("alg", "ES512"), "alg ES512, which is not allowed"),
        row("a symmetric alg", PROOF.header("alg", "HS256"), "alg HS256, which is not allowed"),
        row(
            "the alg of another key",
            PROOF.header("alg", "PS256"),
            "alg PS256, which is not for the key in its jwk"),
        row("crit", PROOF.header("crit", List.of("typ")), "crit [typ]; expected none"),
        row("no jwk", PROOF.withoutHeader("jwk"), "no jwk; expected the public key as an object"),
        row(
            "jwk as text",
            PROOF.header("jwk", "{}"),
            "no jwk; expected the public key as an object"),
        row("an empty jwk", PROOF.header("jwk", Map.of()), unusable + "it has no kty"),
        row(
            "a private key",
            PROOF.header("jwk", open),
            unusable + "it has private members; expected a public key"),
        row(
            "a shared secret",
            PROOF.header("jwk", secret),
            unusable
                + "it is a shared secret (oct), which is never taken from a source of public keys;"
                + " vouchgate.secret is the place for one"),
        row(
            "a key for encryption",
            PROOF.header("jwk", toEncrypt),
            unusable + "its use is enc, not sig"),
        row(
            "a key off its curve",
            PROOF.header("jwk", offCurve),
            unusable + "its point is not on P-256"),
        row(
            "a weak key",
            Proofs.valid(TOKEN, "PS256", TestKeys.rsa("weak", 1024)),
            unusable + "an RSA key of 1024 bits; expected at least 2048"),
        row(
            "a signature of another key",
            PROOF.signedBy(Signer.of("ES256", TestKeys.p256("thief").signing())),
            "its signature is not that of the key in its jwk"),
        row(
            "a changed signature",
            PROOF.tampered(),
            "its signature is not that of the key in its jwk"),
        row(
            "no JSON",
            PROOF.payload("wombat"),
            "the claims are text that is not strict JSON, or beyond its limits"),
        row("no htm", PROOF.without("htm"), "no htm; expected a string"),
        row("another method", PROOF.claim("htm", "POST"), "htm is not the request's method"),
        row(
            "the method in small letters",
            PROOF.claim("htm", "get"),
            "htm is not the request's method"),
        row("no htu", PROOF.without("htu"), "no htu; expected a string"),
        row(
            "htu of a path",
            PROOF.claim("htu", "/orders"),
            "htu; expected an http or https address"),
        row(
            "htu of another host",
            htu("https://evil.example/orders"),
            other("https://evil.example/orders")),
        row(
            "htu of another path",
            htu("https://api.example.com/order"),
            other("https://api.example.com/order")),
        row(
            "htu of plain http",
            htu("http://api.example.com/orders"),
            other("http://api.example.com/orders")),
        row(
            "htu of another port",
            htu("https://api.example.com:8443/orders"),
            other("https://api.example.com:8443/orders")),
        row("no ath", PROOF.without("ath"), "no ath; expected a string"),
        row(
            "ath of another token",
            PROOF.claim("ath", Proofs.sha256(new byte[1])),
            "ath is not the hash of the token"),
        row("no jti", PROOF.without("jti"), "no jti; expected a string"),
        row("an empty jti", PROOF.claim("jti", ""), "no jti; expected a string"),
        row("jti as a number", PROOF.claim("jti", 7), "no jti; expected a string"),
        row("no iat", PROOF.without("iat"), "no iat; expected a number of seconds"),
        row("iat as text", PROOF.claim("iat", "" + NOW), "no iat; expected a number of seconds"),
        row("iat too early", PROOF.claim("iat", NOW - 61), "iat " + (NOW - 61) + "; it is " + NOW),
        row("iat too late", PROOF.claim("iat", NOW + 61), "iat " + (NOW + 61) + "; it is " + NOW),
        row(
            "iat beyond all numbers",
            PROOF.claim("iat", Long.MAX_VALUE),
            "iat " + Long.MAX_VALUE + "; it is " + NOW));
  }

  private static Arguments row(String what, Tokens proof, String detail) {
    return Arguments.of(what, proof, detail);
  }

  private static Tokens htu(String address) {
    return PROOF.claim("htu", address);
  }

  private static String other(String address) {
    return "htu "
        + address
        + "; expected https://api.example.com/orders, which vouchgate.dpop.base-url makes of the"
        + " request's path";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refuses(String what, Tokens proof, String detail) {
    assertThat(rejection(proof)).contains(new InvalidProof(detail));
  }

  @Test
  void refusesAnotherKeysProofAsTheTokensFault() {
    assertThat(rejection(Proofs.valid(TOKEN, "ES256", TestKeys.p256("thief"))))
        .contains(new UnprovenBinding("the proof's key is not that of the token's cnf.jkt"));
  }

  @Test
  void wantsExactlyOneProof() {
    assertThat(rejection(StubPresentation.dpop()))
        .contains(new InvalidProof("0 DPoP headers; expected one"));
    assertThat(rejection(StubPresentation.dpop(PROOF, PROOF)))
        .contains(new InvalidProof("2 DPoP headers; expected one"));
    assertThat(rejection(StubPresentation.dpop().with(PROOF.compact() + ", " + PROOF.compact())))
        .contains(new InvalidProof("a signed token has exactly three parts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wombat", "..", "a.b.c", "e30.e30.", "e30.e30.AAAA"})
  void takesNothingElseForAProof(String header) {
    assertThat(rejection(StubPresentation.dpop().with(header)).orElseThrow())
        .isInstanceOf(InvalidProof.class);
  }

  @Test
  void readsNoProofThatIsTooLong() {
    assertThat(rejection(PROOF.claim("more", "x".repeat(8192))))
        .contains(new InvalidProof("the token has over 8192 characters"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 60})
  void acceptsAProofAtTheEndsOfTheWindow(long seconds) {
    assertThat(rejection(PROOF.claim("iat", NOW + seconds))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/orders?page=2#top",
        "HTTPS://API.example.com:443/orders",
        "https://api.example.com/x/../%6Frders",
      })
  void comparesTheAddressAsRfc3986WantsItNormalised(String htu) {
    assertThat(rejection(htu(htu))).isEmpty();
  }

  @Test
  void refusesAProofForAnotherRequestOfTheSameClient() {
    assertThat(rejection(StubPresentation.dpop(PROOF).method("DELETE")))
        .contains(new InvalidProof("htm is not the request's method"));
    assertThat(rejection(StubPresentation.dpop(PROOF).path("/orders/7")).orElseThrow())
        .isInstanceOf(InvalidProof.class);
  }

  @Test
  void takesEveryBaseAddressForItsOwn() {
    DpopPolicy two =
        new DpopPolicy(
            List.of(base("https://a.example"), base("https://b.example/shop/")),
            POLICY.algorithms(),
            POLICY.window(),
            1000,
            Optional.empty());
    assertThat(rejection(two, htu("https://a.example/orders"))).isEmpty();
    assertThat(rejection(two, htu("https://b.example/shop/orders"))).isEmpty();
    assertThat(rejection(two, htu("https://b.example/orders"))).isPresent();
  }

  @Test
  void acceptsAProofOnce() {
    DpopVerifier verifier = verifier(POLICY);
    assertThat(rejection(verifier, PROOF)).isEmpty();
    assertThat(rejection(verifier, PROOF)).contains(new ReplayedProof());
    assertThat(rejection(verifier, PROOF.claim("jti", "p-2"))).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(rejection(verifier, PROOF)).contains(new ReplayedProof());
    clock.advance(Duration.ofSeconds(1));
    assertThat(rejection(verifier, PROOF).orElseThrow()).isInstanceOf(InvalidProof.class);
  }

  @Test
  void letsNobodyUseUpAnothersProof() throws Exception {
    DpopVerifier verifier = verifier(POLICY);
    TestKey other = TestKeys.p256("thief");
    verifier.verify(
        TOKEN,
        Proofs.thumbprint(other),
        StubPresentation.dpop(Proofs.valid(TOKEN, "ES256", other)));
    assertThat(rejection(verifier, PROOF)).isEmpty();
  }

  @Test
  void doesNotUseUpAProofThatItRefuses() {
    DpopVerifier verifier = verifier(POLICY);
    assertThat(rejection(verifier, PROOF.claim("htm", "POST"))).isPresent();
    assertThat(rejection(verifier, PROOF)).isEmpty();
  }

  @Test
  void wantsANonceOfItsOwn() {
    DpopNonces nonces = new DpopNonces(new byte[32]);
    DpopPolicy policy =
        new DpopPolicy(
            POLICY.bases(), POLICY.algorithms(), POLICY.window(), 1000, Optional.of(nonces));
    String nonce = nonces.at(Tokens.NOW);
    assertThat(rejection(policy, PROOF)).contains(new NonceNeeded(nonce));
    assertThat(rejection(policy, PROOF.claim("nonce", "x"))).contains(new NonceNeeded(nonce));
    assertThat(rejection(policy, PROOF.claim("nonce", 7))).contains(new NonceNeeded(nonce));
    assertThat(rejection(policy, PROOF.claim("nonce", nonce))).isEmpty();
  }

  @Test
  void saysThatANonceIsMissingOnlyWhereAllElseIsRight() {
    DpopPolicy policy =
        new DpopPolicy(
            POLICY.bases(),
            POLICY.algorithms(),
            POLICY.window(),
            1000,
            Optional.of(new DpopNonces(new byte[32])));
    assertThat(rejection(policy, PROOF.tampered()).orElseThrow()).isInstanceOf(InvalidProof.class);
  }

  private DpopVerifier verifier(DpopPolicy policy) {
    return new DpopVerifier(policy, SignatureProvider.PLATFORM, clock);
  }

  private Optional<Rejection> rejection(Tokens proof) {
    return rejection(POLICY, proof);
  }

  private Optional<Rejection> rejection(DpopPolicy policy, Tokens proof) {
    return rejection(verifier(policy), proof);
  }

  private Optional<Rejection> rejection(StubPresentation how) {
    return rejection(verifier(POLICY), how);
  }

  private static Optional<Rejection> rejection(DpopVerifier verifier, Tokens proof) {
    return rejection(verifier, StubPresentation.dpop(proof));
  }

  private static Optional<Rejection> rejection(DpopVerifier verifier, Presentation how) {
    String thumbprint = Proofs.thumbprint(Proofs.KEY);
    return Optional.ofNullable(
            catchThrowableOfType(
                RejectedException.class, () -> verifier.verify(TOKEN, thumbprint, how)))
        .map(RejectedException::rejection);
  }
}
