package dev.vouchgate.conformance;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.keys.JwkParser;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyOrigin;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.VerifierUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON Web Token Best Current Practices, section 3: each practice, and a token that offends it. */
class Rfc8725Section3Test {
  private final JwtVerifier signed = VerifierUnderTest.of(TestKeys.rsa("rsa"));
  private final JwtVerifier opening = VerifierUnderTest.opening(EnumSet.allOf(JweAlgorithm.class));

  static Stream<Arguments> practices() {
    Tokens token = Tokens.valid();
    String header = "{\"alg\":\"RS256\",\"kid\":\"rsa\"}";
    return Stream.of(
        arguments(
            "3.1 Perform Algorithm Verification", Tokens.valid("PS256"), "disallowed_algorithm"),
        arguments("3.1, one key, one algorithm", token.header("alg", "ES256"), "unknown_key"),
        arguments(
            "3.2 Use Appropriate Algorithms", token.header("alg", "none"), "disallowed_algorithm"),
        arguments("3.3 Validate All Cryptographic Operations", token.tampered(), "bad_signature"),
        arguments("3.7 Use UTF-8", token.header(header.getBytes(UTF_16)), "malformed_token"),
        arguments(
            "3.8 Validate Issuer and Subject",
            token.claim("iss", "https://other.example.com"),
            "untrusted_issuer"),
        arguments("3.8, the subject", token.claim("sub", 24400320), "claim_mismatch"),
        arguments("3.9 Use and Validate Audience", token.claim("aud", "other"), "claim_mismatch"),
        arguments("3.9, none at all", token.without("aud"), "missing_claim"),
        arguments(
            "3.10 Do Not Trust Received Claims",
            token.header("kid", "' OR 1=1").header("jku", "https://evil.example.com"),
            "unknown_key"),
        arguments(
            "3.11 Use Explicit Typing", token.header("typ", "secevent+jwt"), "unexpected_type"),
        arguments(
            "3.12 Use Mutually Exclusive Validation Rules for Different Kinds of JWTs",
            token.header("typ", "logout+jwt").without("exp"),
            "unexpected_type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("practices")
  void isFollowedForSignedTokens(String practice, Tokens offending, String code) {
    assertThat(rejection(signed, offending.compact()).code()).isEqualTo(code);
  }

  static Stream<Arguments> practicesOfEncryption() {
    EncryptedTokens token = EncryptedTokens.of(Tokens.valid().compact());
    String unsigned = Tokens.withPart(Tokens.valid().header("alg", "none").compact(), 2, "");
    return Stream.of(
        arguments("3.2, RSA1_5", token.header("alg", "RSA1_5"), "disallowed_algorithm"),
        arguments(
            "3.3, both layers",
            EncryptedTokens.of(Tokens.valid().tampered().compact()),
            "bad_signature"),
        arguments("3.3, a layer left out", EncryptedTokens.of(unsigned), "disallowed_algorithm"),
        arguments(
            "3.6 Avoid Compression of Encryption Inputs",
            token.header("zip", "DEF"),
            "malformed_token"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("practicesOfEncryption")
  void isFollowedForEncryptedTokens(String practice, EncryptedTokens offending, String code) {
    assertThat(rejection(opening, offending.compact()).code()).isEqualTo(code);
  }

  @Test
  void section34ValidateCryptographicInputs() {
    Map<String, @Nullable Object> jwk = Jwks.of(TestKeys.p256("p256"));
    jwk.put("x", jwk.get("y"));
    JwkParser parser = new JwkParser(new KeyPolicy(false), KeyOrigin.PUBLISHED);
    assertThatThrownBy(() -> parser.parse(Json.of(jwk).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("its point is not on P-256");
  }

  @Test
  void section35EnsureCryptographicKeysHaveSufficientEntropy() {
    for (String weak : List.of(Tokens.base64Url(new byte[16]), "password")) {
      GateUnderTest gate = GateUnderTest.ofIssuer(Tokens.ISSUER).with("vouchgate.secret", weak);
      assertThatThrownBy(gate::gate).isInstanceOf(SettingsException.class);
    }
  }
}
