package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.Undecryptable;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a decryption key set up: signed, then encrypted, and nothing else. */
class TokenDecryptionTest {
  private static final TestKey KEY = TestKeys.rsa("encryption");
  private static final String SIGNED = Tokens.valid().compact();
  private static final EncryptedTokens VALID = EncryptedTokens.of(SIGNED);
  private static final Set<JweAlgorithm> MICROPROFILE =
      EnumSet.of(JweAlgorithm.RSA_OAEP, JweAlgorithm.RSA_OAEP_256);
  private final JwtVerifier verifier = VerifierUnderTest.opening(MICROPROFILE);

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "RSA-OAEP, A256GCM",
    "RSA-OAEP-256, A256GCM",
    "RSA-OAEP, A128GCM",
    "RSA-OAEP-256, A128GCM"
  })
  void provesTheSignedTokenInside(String alg, String enc) throws Exception {
    String compact = EncryptedTokens.of(SIGNED, alg, enc, KEY).compact();
    VerifiedJwt jwt = verifier.verify(compact);

    assertThat(jwt.callerName()).isEqualTo("jdoe@example.com");
    assertThat(jwt.header().algorithm()).as("the header of the signed token").isEqualTo("RS256");
    assertThat(jwt.compact()).as("the token as it was sent").isEqualTo(compact);
  }

  @Test
  void refusesASignedTokenThatIsNotEncrypted() {
    assertThat(rejection(verifier, SIGNED)).isInstanceOf(MalformedToken.class);
  }

  @Test
  void refusesAnEncryptedTokenWhereNoKeyIsSetUp() {
    assertThat(rejection(VerifierUnderTest.of(TestKeys.rsa("rsa")), VALID.compact()))
        .isEqualTo(new MalformedToken("a signed token has exactly three parts"));
  }

  @Test
  void refusesAnUnsignedTokenInside() {
    // Whoever has the public key can encrypt: it proves nothing of the sender.
    String unsigned = Tokens.withPart(Tokens.valid().header("alg", "none").compact(), 2, "");
    assertThat(rejection(verifier, EncryptedTokens.of(unsigned).compact()))
        .isInstanceOf(DisallowedAlgorithm.class);
  }

  @Test
  void refusesBareClaimsInside() {
    for (String content : List.of("{\"upn\":\"jdoe\"}", "", "e30", "\u0000", "é".repeat(50))) {
      assertThat(rejection(verifier, EncryptedTokens.of(content).compact()))
          .isInstanceOf(MalformedToken.class);
    }
  }

  @Test
  void judgesTheTokenInsideLikeAnyOther() {
    assertThat(rejection(verifier, encrypted(Tokens.valid().tampered())))
        .isInstanceOf(BadSignature.class);
    assertThat(rejection(verifier, encrypted(Tokens.valid().claim("exp", 0))))
        .isInstanceOf(Expired.class);
    assertThat(rejection(verifier, encrypted(Tokens.valid("RS256", TestKeys.rsa("stranger")))))
        .isInstanceOf(Rejection.UnknownKey.class);
  }

  @Test
  void refusesATokenEncryptedTwice() {
    assertThat(rejection(verifier, EncryptedTokens.of(VALID.compact()).compact()))
        .isEqualTo(new MalformedToken("a signed token has exactly three parts"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "RSA1_5",
        "dir",
        "none",
        "A128KW",
        "A256GCMKW",
        "ECDH-ES",
        "ECDH-ES+A256KW",
        "PBES2-HS256+A128KW",
        "rsa-oaep",
        "RSA-OAEP-512",
        "RS256"
      })
  void refusesOtherKeyManagement(String alg) {
    String compact = VALID.header("alg", alg).header("p2c", 2_000_000_000).compact();
    assertThat(rejection(verifier, compact))
        .isEqualTo(new DisallowedAlgorithm(alg, Set.of("RSA-OAEP", "RSA-OAEP-256")));
  }

  @Test
  void refusesKeyManagementThatTheSettingsLeaveOut() {
    JwtVerifier strict = VerifierUnderTest.opening(EnumSet.of(JweAlgorithm.RSA_OAEP_256));
    assertThat(rejection(strict, VALID.compact()))
        .isEqualTo(new DisallowedAlgorithm("RSA-OAEP", Set.of("RSA-OAEP-256")));
  }

  @Test
  void refusesWhateverIsCriticalInTheOuterHeader() {
    assertThat(rejection(verifier, VALID.header("crit", List.of("cty")).compact()))
        .isEqualTo(new CriticalHeader(Set.of("cty")));
  }

  @Test
  void refusesCompression() {
    assertThat(rejection(verifier, VALID.header("zip", "DEF").compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @ParameterizedTest(name = "cty = [{0}]")
  @ValueSource(strings = {"json", "", "JWE", "application/json"})
  void refusesATokenThatSaysSomethingElseIsInside(String cty) {
    assertThat(rejection(verifier, VALID.header("cty", cty).compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @Test
  void refusesATokenThatDoesNotSayWhatIsInside() {
    assertThat(rejection(verifier, VALID.withoutHeader("cty").compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @Test
  void tellsNobodyWhyATokenDoesNotOpen() {
    Undecryptable same = new Undecryptable(Optional.of("encryption"));
    String compact = VALID.compact();
    String garbage = Tokens.base64Url(new byte[256]);

    assertThat(rejection(verifier, Tokens.withPart(compact, 1, garbage))).isEqualTo(same);
    assertThat(rejection(verifier, Tokens.withPart(compact, 1, ""))).isEqualTo(same);
    assertThat(rejection(verifier, Tokens.withPart(compact, 3, garbage))).isEqualTo(same);
    assertThat(rejection(verifier, Tokens.withPart(compact, 3, ""))).isEqualTo(same);
    assertThat(rejection(verifier, VALID.to(TestKeys.rsa("stranger")).compact())).isEqualTo(same);
    assertThat(rejection(verifier, VALID.contentKey(new byte[16]).compact())).isEqualTo(same);
  }

  @Test
  void opensWithNoOtherKeyThanTheOneNamed() throws Exception {
    String jwk =
        new RSAKey.Builder((RSAPublicKey) KEY.publicKey())
            .privateKey(KEY.privateKey())
            .keyID("encryption")
            .build()
            .toJSONString();
    JwtVerifier named = VerifierUnderTest.opening(MICROPROFILE, DecryptionKeys.parse(jwk));

    assertThat(named.verify(VALID.compact())).isNotNull();
    assertThat(rejection(named, VALID.header("kid", "other").compact()))
        .isEqualTo(new Undecryptable(Optional.of("other")));
  }

  @Test
  void opensByAgreementWhereTheSettingsNameIt() throws Exception {
    TestKey key = TestKeys.p256("encryption");
    JwtVerifier agreeing = agreeing(key);
    for (String alg : List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW")) {
      String compact = EncryptedTokens.of(SIGNED, alg, "A256GCM", key).compact();
      assertThat(agreeing.verify(compact).callerName()).isEqualTo("jdoe@example.com");
    }
  }

  @Test
  void tellsNobodyWhyAnAgreementFails() throws Exception {
    TestKey key = TestKeys.p256("encryption");
    JwtVerifier agreeing = agreeing(key);
    Undecryptable same = new Undecryptable(Optional.of("encryption"));
    EncryptedTokens direct = EncryptedTokens.of(SIGNED, "ECDH-ES", "A256GCM", key);
    EncryptedTokens wrapped = EncryptedTokens.of(SIGNED, "ECDH-ES+A256KW", "A256GCM", key);
    Map<String, @Nullable Object> beside = Jwks.of(TestKeys.p256("a"));
    beside.put("y", beside.get("x"));

    for (Object epk :
        new Object[] {beside, Map.of(), "epk", Jwks.of(TestKeys.p384("a")), Jwks.of(key)}) {
      assertThat(rejection(agreeing, direct.header("epk", epk).compact())).isEqualTo(same);
    }
    assertThat(rejection(agreeing, direct.withoutHeader("epk").compact())).isEqualTo(same);
    assertThat(rejection(agreeing, direct.header("apu", "=").compact())).isEqualTo(same);
    assertThat(rejection(agreeing, Tokens.withPart(direct.compact(), 1, "AAAA"))).isEqualTo(same);
    assertThat(rejection(agreeing, Tokens.withPart(wrapped.compact(), 1, ""))).isEqualTo(same);
    assertThat(rejection(agreeing, wrapped.contentKey(new byte[16]).compact())).isEqualTo(same);
    assertThat(rejection(agreeing, wrapped.to(TestKeys.p256("stranger")).compact()))
        .isEqualTo(same);
    assertThat(rejection(agreeing, wrapped.header("alg", "ECDH-ES").compact())).isEqualTo(same);
    assertThat(rejection(agreeing, EncryptedTokens.of(SIGNED).compact()))
        .as("no key of that kind")
        .isEqualTo(same);
  }

  @Test
  void opensWithTheOldKeyAndTheNewWhileTheyRotate() throws Exception {
    List<TestKey> keys =
        List.of(TestKeys.rsa("old"), TestKeys.rsa("new"), TestKeys.p256("old"), TestKeys.p521("e"));
    JwtVerifier rotating =
        VerifierUnderTest.opening(
            EnumSet.allOf(JweAlgorithm.class),
            DecryptionKeys.parse(Jwks.set(keys.stream().map(Jwks::privateOf).toList())));

    for (TestKey key : keys) {
      String alg = key.publicKey() instanceof RSAPublicKey ? "RSA-OAEP" : "ECDH-ES";
      EncryptedTokens token = EncryptedTokens.of(SIGNED, alg, "A128GCM", key);
      assertThat(rotating.verify(token.compact())).isNotNull();
      assertThat(rejection(rotating, token.header("kid", "gone").compact()))
          .isEqualTo(new Undecryptable(Optional.of("gone")));
      assertThat(rejection(rotating, token.withoutHeader("kid").compact()))
          .as("more than one suits")
          .isEqualTo(new Undecryptable(Optional.empty()));
    }
  }

  private static JwtVerifier agreeing(TestKey key) throws KeyFormatException {
    return VerifierUnderTest.opening(
        EnumSet.allOf(JweAlgorithm.class), DecryptionKeys.parse(Pem.privateOf(key)));
  }

  @Test
  void capsTheLengthBeforeItLooksInside() {
    String long5 = "e30." + "A".repeat(VerifierUnderTest.MAX_LENGTH) + ".A.A.A";
    assertThat(rejection(verifier, long5))
        .isEqualTo(new MalformedToken("the token has over 16384 characters"));
  }

  private static String encrypted(Tokens token) {
    return EncryptedTokens.of(token.compact()).compact();
  }
}
