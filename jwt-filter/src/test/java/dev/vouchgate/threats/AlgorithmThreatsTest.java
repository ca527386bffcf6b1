package dev.vouchgate.threats;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.vouchgate.threats.Attack.jwk;
import static dev.vouchgate.threats.Attack.refusal;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.BadSignature;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.UnknownKey;
import dev.vouchgate.verify.VerifierUnderTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1, A2, A9, A12: who decides how a token is judged. */
class AlgorithmThreatsTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");
  private static final TestKey P256 = TestKeys.p256("p256");
  private final JwtVerifier verifier = VerifierUnderTest.of(RSA, P256);

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "none ",
        "",
        "rs256",
        "RS256 ",
        "ＲＳ256",
        "RS255",
        "HS256",
        "SHA256withRSA"
      })
  void a1RefusesNoneAndEveryOtherNameThatIsNotOnTheList(String alg) {
    String signed = Tokens.valid().header("alg", alg).compact();
    for (String compact : List.of(signed, Tokens.withPart(signed, 2, ""))) {
      assertThat(rejection(verifier, compact))
          .isEqualTo(new DisallowedAlgorithm(alg, Set.of("ES256", "RS256")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"kid\":\"rsa\"}",
        "{\"kid\":\"rsa\",\"alg\":null}",
        "{\"kid\":\"rsa\",\"alg\":[\"RS256\"]}",
        "{\"kid\":\"rsa\",\"alg\":{\"RS256\":1}}",
        "{\"kid\":\"rsa\",\"alg\":256}",
        "{\"kid\":\"rsa\",\"alg\":true}",
        "{\"kid\":\"rsa\",\"alg\":\"RS256\\u0000\"}",
        "{\"kid\":\"rsa\",\"ALG\":\"RS256\"}",
        "{\"kid\":\"rsa\",\"alg\":\"none\",\"alg\":\"RS256\"}"
      })
  void a1RefusesAnAlgThatIsMissingOrNoString(String header) {
    assertThat(refusal(verifier, Tokens.valid().header(header))).isInstanceOf(MalformedToken.class);
  }

  static Stream<byte[]> publicKeyBytes() {
    String pem = Pem.of(RSA);
    return Stream.of(
        RSA.verification().getEncoded(),
        pem.getBytes(StandardCharsets.US_ASCII),
        pem.trim().getBytes(StandardCharsets.US_ASCII),
        ((RSAPublicKey) RSA.verification()).getModulus().toByteArray(),
        Jwks.set(RSA).getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("publicKeyBytes")
  void a2TakesNoPublicKeyForASecret(byte[] secret) {
    Tokens forged = Tokens.valid().signedBy(Signer.of("HS256", new SecretKeySpec(secret, "HMAC")));
    Tokens labelled = forged.header("alg", "HS256");
    JwtVerifier careless =
        VerifierUnderTest.of(
            EnumSet.allOf(JwsAlgorithm.class), VerifierUnderTest.locator(RSA), Optional.empty());

    assertThat(refusal(verifier, labelled)).isInstanceOf(DisallowedAlgorithm.class);
    assertThat(refusal(careless, labelled))
        .as("though HS256 is allowed")
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "HS256"));
    assertThat(refusal(verifier, forged)).isInstanceOf(BadSignature.class);
  }

  @Test
  void a9RefusesTheAlgOfAnotherTypeOfKey() {
    assertThat(refusal(verifier, Tokens.valid().header("alg", "ES256")))
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "ES256"));
    assertThat(refusal(verifier, Tokens.valid("ES256").header("kid", "rsa")))
        .isEqualTo(new UnknownKey(Optional.of("rsa"), "ES256"));
  }

  static Stream<Map<String, @Nullable Object>> keysForSomethingElse() {
    TestKey ed448 = TestKeys.ed448("ed448");
    return Stream.of(
        jwk(RSA, "alg", "RS512"),
        jwk(RSA, "alg", "RSA-OAEP"),
        jwk(RSA, "use", "enc"),
        jwk(RSA, "key_ops", List.of("encrypt", "wrapKey")),
        jwk(RSA, "key_ops", List.of("sign")),
        jwk(P256, "alg", "ES384"),
        jwk(P256, "use", "enc"),
        jwk(ed448, "alg", "Ed25519"),
        jwk(TestKeys.ed25519("ed25519"), "use", "enc"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("keysForSomethingElse")
  void a9JudgesByNoKeyThatIsForSomethingElse(Map<String, @Nullable Object> jwk) throws Exception {
    TestKey other = TestKeys.p384("p384");
    JwtVerifier published = Attack.publishing(List.of(jwk, Jwks.of(other)));
    String kid = String.valueOf(jwk.get("kid"));
    Tokens token =
        switch (kid) {
          case "rsa" -> Tokens.valid();
          case "p256" -> Tokens.valid("ES256");
          case "ed448" -> Tokens.valid("Ed448");
          default -> Tokens.valid("EdDSA");
        };

    assertThat(refusal(published, token)).isInstanceOf(UnknownKey.class);
    assertThat(published.verify(Tokens.valid("ES384", other).compact())).isNotNull();
  }

  @Test
  void a9HoldsTheNamesOfRfc9864ToTheirCurve() throws Exception {
    TestKey ed448 = TestKeys.ed448("ed448");
    JwtVerifier published = Attack.publishing(List.of(Jwks.of(ed448)));

    assertThat(published.verify(Tokens.valid("EdDSA", ed448).compact())).isNotNull();
    assertThat(published.verify(Tokens.valid("Ed448", ed448).compact())).isNotNull();
    assertThat(refusal(published, Tokens.valid("Ed25519", ed448)))
        .isEqualTo(new UnknownKey(Optional.of("ed448"), "Ed25519"));
  }

  @Test
  void a12ComparesNothingSecretWithAnythingButConstantTime() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.vouchgate.jws", "dev.vouchgate.jwe", "dev.vouchgate.verify");

    classes()
        .that()
        .belongToAnyOf(SignatureVerifier.class)
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(product);
    noClasses()
        .should()
        .callMethod(java.util.Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(java.util.Arrays.class, "mismatch", byte[].class, byte[].class)
        .check(product);
  }
}
