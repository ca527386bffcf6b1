package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.KeysUnavailableException;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proof is remembered, and believed only as long as it would be made again. */
class VerifiedJwtCacheTest {
  private static final TestKey KEY = TestKeys.p256("cached");
  private static final String TOKEN = Tokens.valid("ES256", KEY).compact();

  private final MutableClock clock = new MutableClock();
  private final ReplaceableKeys keys = new ReplaceableKeys();
  private final List<String> asked = new ArrayList<>();
  private final TrustedIssuer issuer = trust();
  private final TrustedIssuers issuers = TrustedIssuers.of(Tokens.ISSUER, issuer);
  private final JwtVerifier verifier =
      new JwtVerifier(
          issuers,
          VerifierUnderTest.MAX_LENGTH,
          Optional.empty(),
          SignatureProvider.PLATFORM,
          clock);
  private final VerifiedJwtCache cache =
      new VerifiedJwtCache(verifier, new CacheSize(100, 1_000_000));

  @Test
  void givesTheSameProofForTheSameCredential() throws Exception {
    VerifiedJwt first = cache.verify(Credential.of(TOKEN));

    assertThat(cache.verify(Credential.of(new String(TOKEN)))).isSameAs(first);
    assertThat(first.compact()).isEqualTo(TOKEN);
    assertThat(cache.state()).isEqualTo(new CacheState(1, 1, 1));
    assertThat(cache.state().hitRatio()).isEqualTo(0.5);
  }

  @Test
  void givesItForTheSameHeaderToo() throws Exception {
    VerifiedJwt first = cache.verify(new Credential("Bearer " + TOKEN, 7));

    assertThat(cache.verify(new Credential("Bearer " + TOKEN, 7))).isSameAs(first);
    assertThat(first.compact()).isEqualTo(TOKEN);
  }

  @Test
  void takesNoHeaderForATokenThatIsOneOnlyFromSomewhereElse() throws Exception {
    cache.verify(new Credential("Bearer " + TOKEN, 7));

    assertThat(rejection("Bearer " + TOKEN)).isInstanceOf(Rejection.MalformedToken.class);
  }

  @Test
  void asksRulesThatLookAtTheClaimsAloneNotAgain() throws Exception {
    cache.verify(Credential.of(TOKEN));
    cache.verify(Credential.of(TOKEN));

    assertThat(asked).containsExactly("unchanging", "changing", "changing");
  }

  @Test
  void tellsTokensWithTheSameEndApart() throws Exception {
    cache.verify(Credential.of(TOKEN));
    String forged = withClaimsChanged();

    assertThat(forged).hasSameSizeAs(TOKEN).endsWith(TOKEN.substring(TOKEN.length() - 16));
    assertThat(rejection(forged)).isInstanceOf(Rejection.BadSignature.class);
  }

  @Test
  void remembersNoRefusedToken() {
    String forged = withClaimsChanged();
    rejection(forged);
    rejection(forged);

    assertThat(cache.state()).isEqualTo(new CacheState(0, 0, 2));
  }

  @Test
  void refusesAProvenTokenThatExpiresNow() throws Exception {
    cache.verify(Credential.of(TOKEN));
    clock.set(Tokens.NOW.plus(Tokens.LIFETIME));

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.Expired.class);
    assertThat(cache.state().tokens()).isZero();
  }

  @Test
  void refusesAProvenTokenWhoseKeyIsGone() throws Exception {
    cache.verify(Credential.of(TOKEN));
    keys.now = VerifierUnderTest.locator(TestKeys.p256("other"));

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.UnknownKey.class);
    assertThat(cache.state().tokens()).isZero();
  }

  @Test
  void refusesAProvenTokenWhoseKidNamesAnotherKeyNow() throws Exception {
    cache.verify(Credential.of(TOKEN));
    keys.now = VerifierUnderTest.locator(otherOfTheSameKid());

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.BadSignature.class);
  }

  @Test
  void keepsAProofWhenTheSameKeyIsFetchedAgain() throws Exception {
    VerifiedJwt first = cache.verify(Credential.of(TOKEN));
    keys.now = VerifierUnderTest.locator(KEY);

    assertThat(cache.verify(Credential.of(TOKEN))).isSameAs(first);
  }

  @Test
  void judgesNoProvenTokenWithoutKeys() throws Exception {
    cache.verify(Credential.of(TOKEN));
    keys.now =
        header -> {
          throw new KeysUnavailableException("out of date", Duration.ofSeconds(1));
        };

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.Unavailable.class);
  }

  @Test
  void refusesAProvenTokenOfAnIssuerThatIsTrustedNoMore() throws Exception {
    cache.verify(Credential.of(TOKEN));
    issuers.remove(Tokens.ISSUER);

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.UntrustedIssuer.class);
  }

  @Test
  void judgesAProvenTokenByTheTermsThatItsIssuerIsTrustedOnNow() throws Exception {
    cache.verify(Credential.of(TOKEN));
    VerificationPolicy strict =
        new VerificationPolicy(
            VerifierUnderTest.DEFAULT_ALGORITHMS,
            Set.of("JWT"),
            List.of(ClaimRules.audience(Set.of("elsewhere"))));
    issuers.add(Tokens.ISSUER, new TrustedIssuer(strict, keys, issuer.roles()));

    assertThat(rejection(TOKEN)).isInstanceOf(Rejection.ClaimMismatch.class);
  }

  @Test
  void holdsNoMoreTokensThanItMay() throws Exception {
    VerifiedJwtCache small = new VerifiedJwtCache(verifier, new CacheSize(3, 1_000_000));
    verifyTwenty(small);

    assertThat(small.state().tokens()).isEqualTo(3);
  }

  @Test
  void holdsNoMoreBytesThanItMay() throws Exception {
    VerifiedJwtCache small =
        new VerifiedJwtCache(verifier, new CacheSize(100, 3 * (3072 + 4 * 1000)));
    verifyTwenty(small);

    assertThat(small.state().tokens()).isBetween(1L, 6L);
  }

  private static TestKey otherOfTheSameKid() {
    TestKey other = TestKeys.p256("other");
    return new TestKey(KEY.kid(), other.signing(), other.verification());
  }

  /** Claims of the same length under the signature of the valid ones. */
  private static String withClaimsChanged() {
    String[] parts = TOKEN.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    byte[] changed = claims.replace("jdoe", "root").getBytes(StandardCharsets.UTF_8);
    parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
    return String.join(".", parts);
  }

  private static void verifyTwenty(VerifiedJwtCache small) throws RejectedException {
    for (int i = 0; i < 20; i++) {
      small.verify(Credential.of(Tokens.valid("ES256", KEY).claim("jti", "token-" + i).compact()));
    }
  }

  private Rejection rejection(String compact) {
    RejectedException thrown =
        catchThrowableOfType(RejectedException.class, () -> cache.verify(Credential.of(compact)));
    assertThat(thrown).as("a rejection").isNotNull();
    return thrown.rejection();
  }

  private TrustedIssuer trust() {
    List<ClaimRule> rules = new ArrayList<>();
    rules.add(ClaimRule.unchanging((claims, now) -> asked.add("unchanging")));
    rules.add((claims, now) -> asked.add("changing"));
    rules.addAll(VerifierUnderTest.policy(VerifierUnderTest.DEFAULT_ALGORITHMS).rules());
    return new TrustedIssuer(
        new VerificationPolicy(VerifierUnderTest.DEFAULT_ALGORITHMS, Set.of("JWT"), rules),
        keys,
        new ClaimPathRoles(List.of("groups"), "", Map.of()));
  }

  /** Keys that are replaced while tokens are verified. */
  private static final class ReplaceableKeys implements KeyLocator {
    private KeyLocator now = VerifierUnderTest.locator(KEY);

    @Override
    public Optional<VerificationKey> locate(JoseHeader header) throws KeysUnavailableException {
      return now.locate(header);
    }
  }
}
