package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A verifier as the default settings would build it, and questions to put to it. */
public final class VerifierUnderTest {
  /** What the default settings allow. */
  public static final Set<JwsAlgorithm> DEFAULT_ALGORITHMS =
      EnumSet.of(JwsAlgorithm.RS256, JwsAlgorithm.ES256);

  /** What the default settings allow. */
  public static final int MAX_LENGTH = 16_384;

  private VerifierUnderTest() {}

  /** RS256 and ES256, the keys given, no decryption. */
  public static JwtVerifier of(TestKey... keys) {
    return of(DEFAULT_ALGORITHMS, locator(keys), Optional.empty());
  }

  /** The same with other algorithms, another source of keys, or decryption. */
  public static JwtVerifier of(
      Set<JwsAlgorithm> algorithms, KeyLocator keys, Optional<TokenDecryption> decryption) {
    return new JwtVerifier(
        TrustedIssuers.of(
            Tokens.ISSUER,
            new TrustedIssuer(
                policy(algorithms), keys, new ClaimPathRoles(List.of("groups"), "", Map.of()))),
        MAX_LENGTH,
        decryption,
        SignatureProvider.PLATFORM,
        new MutableClock());
  }

  /** The same for the key {@code rsa}, taking only what is encrypted to {@code encryption}. */
  public static JwtVerifier opening(Set<JweAlgorithm> algorithms) {
    byte[] key = TestKeys.rsa("encryption").signing().getEncoded();
    String body = Base64.getMimeEncoder().encodeToString(key);
    String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    try {
      return opening(algorithms, DecryptionKeys.parse(pem));
    } catch (KeyFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with other private keys. */
  public static JwtVerifier opening(Set<JweAlgorithm> algorithms, DecryptionKeys keys) {
    TokenDecryption decryption = new TokenDecryption(algorithms, () -> keys);
    return of(DEFAULT_ALGORITHMS, locator(TestKeys.rsa("rsa")), Optional.of(decryption));
  }

  static VerificationPolicy policy(Set<JwsAlgorithm> algorithms) {
    List<ClaimRule> rules =
        List.of(
            ClaimRules.issuer(Tokens.ISSUER),
            ClaimRules.audience(Set.of(Tokens.AUDIENCE)),
            ClaimRules.lifetime(Duration.ZERO, Duration.ofSeconds(10)),
            ClaimRules.strings("sub", "jti"));
    return new VerificationPolicy(algorithms, Set.of("JWT"), rules);
  }

  /** Those keys, each by its name. */
  public static KeyLocator locator(TestKey... keys) {
    return new FixedKeys(
        new JwkSet(
            Arrays.stream(keys)
                .map(
                    key ->
                        VerificationKey.of(
                            Optional.of(key.kid()), key.verification(), Optional.empty()))
                .toList()));
  }

  /** Why the verifier refuses the token; fails if it does not. */
  public static Rejection rejection(JwtVerifier verifier, String compact) {
    return rejection(() -> verifier.verify(compact));
  }

  /** Why a rule refuses claims at {@link Tokens#NOW}; fails if it does not. */
  static Rejection rejection(ClaimRule rule, ClaimsSet claims) {
    return rejection(() -> rule.check(claims, Tokens.NOW));
  }

  /** Claims of these names and values. */
  static ClaimsSet claims(Map<String, ?> members) {
    return claims(Json.of(members));
  }

  /** Claims from JSON. */
  static ClaimsSet claims(String json) {
    try {
      return ClaimsSet.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedTokenException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Why a call is refused; fails if it is not. */
  public static Rejection rejection(ThrowingCallable call) {
    RejectedException thrown = catchThrowableOfType(RejectedException.class, call);
    assertThat(thrown).as("a rejection").isNotNull();
    return thrown.rejection();
  }
}
