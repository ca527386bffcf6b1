package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {
  private static final VerificationKey RSA_A = named(TestKeys.rsa("a"));
  private static final VerificationKey RSA_B = named(TestKeys.rsa("b"));
  private static final VerificationKey EC_A = named(TestKeys.p256("a"));
  private static final VerificationKey NAMELESS_RSA = nameless(TestKeys.rsa("c"));
  private static final VerificationKey NAMELESS_EC = nameless(TestKeys.p256("c"));

  @Test
  void choosesTheKeyOfExactlyThatKid() {
    JwkSet set = set(RSA_A, RSA_B);

    assertThat(set.select(Headers.of("RS256", "a"))).contains(RSA_A);
    assertThat(set.select(Headers.of("RS256", "b"))).contains(RSA_B);
  }

  @ParameterizedTest(name = "kid \"{0}\"")
  @ValueSource(strings = {"A", "", "a ", " a", "aa", "c", "../a", "a\n"})
  void choosesNoKeyForAnyOtherKid(String kid) {
    assertThat(set(RSA_A, RSA_B).select(Headers.of("RS256", kid))).isEmpty();
  }

  @Test
  void choosesNoOtherKeyThoughItIsTheOnlyOne() {
    assertThat(set(RSA_A).select(Headers.of("RS256", "b"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ES256", "EdDSA", "HS256"})
  void choosesNoKeyThatDoesNotSuitTheAlgorithm(String alg) {
    assertThat(set(RSA_A, RSA_B).select(Headers.of(alg, "a"))).isEmpty();
  }

  @ParameterizedTest(name = "alg \"{0}\"")
  @ValueSource(strings = {"none", "rs256", "RSA-OAEP", "ES256K", ""})
  void choosesNoKeyForAnUnknownAlgorithm(String alg) {
    assertThat(set(NAMELESS_RSA).select(Headers.of(alg, "a"))).isEmpty();
    assertThat(set(NAMELESS_RSA).select(Headers.withoutKid(alg))).isEmpty();
  }

  @Test
  void choosesByAlgorithmWhereTwoTypesShareOneKid() {
    JwkSet set = set(RSA_A, EC_A);

    assertThat(set.select(Headers.of("RS256", "a"))).contains(RSA_A);
    assertThat(set.select(Headers.of("ES256", "a"))).contains(EC_A);
  }

  @Test
  void choosesNeitherOfTwoThatSuit() {
    VerificationKey other = VerificationKey.of(Optional.of("a"), RSA_B.key(), Optional.empty());

    assertThat(set(RSA_A, other).select(Headers.of("RS256", "a"))).isEmpty();
  }

  @Test
  void choosesByTheKeysOwnAlgorithmWhereTwoOfOneTypeShareOneKid() {
    VerificationKey rs = bound(RSA_A, JwsAlgorithm.RS256);
    VerificationKey ps =
        VerificationKey.of(Optional.of("a"), RSA_B.key(), Optional.of(JwsAlgorithm.PS256));
    JwkSet set = set(rs, ps);

    assertThat(set.select(Headers.of("RS256", "a"))).contains(rs);
    assertThat(set.select(Headers.of("PS256", "a"))).contains(ps);
    assertThat(set.select(Headers.of("RS384", "a"))).isEmpty();
  }

  @Test
  void choosesSingleKeyWithoutKidForAnyKidAndForNone() {
    JwkSet set = set(NAMELESS_RSA);

    assertThat(set.select(Headers.of("RS256", "any"))).contains(NAMELESS_RSA);
    assertThat(set.select(Headers.withoutKid("RS256"))).contains(NAMELESS_RSA);
    assertThat(set.select(Headers.of("ES256", "any"))).isEmpty();
  }

  @Test
  void choosesNoKeyWithoutKidWhereThereAreOthers() {
    assertThat(set(NAMELESS_RSA, EC_A).select(Headers.of("RS256", "b"))).isEmpty();
    assertThat(set(NAMELESS_RSA, NAMELESS_EC).select(Headers.of("RS256", "b"))).isEmpty();
  }

  @Test
  void choosesTheOnlyKeyThatSuitsTokenWithoutKid() {
    JwkSet set = set(RSA_A, EC_A);

    assertThat(set.select(Headers.withoutKid("RS256"))).contains(RSA_A);
    assertThat(set.select(Headers.withoutKid("ES256"))).contains(EC_A);
    assertThat(set.select(Headers.withoutKid("ES384"))).isEmpty();
  }

  @Test
  void choosesNoKeyForTokenWithoutKidWhereTwoSuit() {
    assertThat(set(RSA_A, RSA_B).select(Headers.withoutKid("RS256"))).isEmpty();
  }

  @Test
  void anEmptySetHasNoKeyForAnybody() {
    assertThat(set().select(Headers.of("RS256", "a"))).isEmpty();
    assertThat(set().select(Headers.withoutKid("RS256"))).isEmpty();
  }

  @Test
  void keepsItsKeysInOrderWhateverBecomesOfTheList() {
    List<VerificationKey> list = new ArrayList<>(List.of(RSA_B, NAMELESS_EC, RSA_A));
    JwkSet set = new JwkSet(list);
    list.clear();

    assertThat(set.keys()).containsExactly(RSA_B, NAMELESS_EC, RSA_A);
    assertThat(set.keyIds()).containsExactly("b", "a");
  }

  @Test
  void containsKeysByValue() {
    VerificationKey again = VerificationKey.of(Optional.of("a"), RSA_A.key(), Optional.empty());

    assertThat(set(RSA_A).contains(again)).isTrue();
    assertThat(set(RSA_A).contains(RSA_B)).isFalse();
    assertThat(set(RSA_A).contains(bound(RSA_A, JwsAlgorithm.RS256))).isFalse();
  }

  @Test
  void takesKeyThatIsGivenTwiceAsOne() {
    assertThat(set(RSA_A, RSA_A).select(Headers.of("RS256", "a"))).contains(RSA_A);
    assertThat(set(NAMELESS_RSA, NAMELESS_RSA).select(Headers.of("RS256", "any")))
        .contains(NAMELESS_RSA);
  }

  @Test
  void lacksOnlyKidsThatItHasNeverHeardOf() {
    JwkSet set = set(RSA_A, EC_A);

    assertThat(set.lacks(Headers.of("RS256", "b"))).isTrue();
    assertThat(set.lacks(Headers.of("RS256", "a"))).isFalse();
    assertThat(set.lacks(Headers.of("EdDSA", "a"))).isFalse();
    assertThat(set.lacks(Headers.of("none", "b"))).isFalse();
    assertThat(set.lacks(Headers.withoutKid("EdDSA"))).isFalse();
    assertThat(set(NAMELESS_RSA).lacks(Headers.of("RS256", "b"))).isFalse();
  }

  @Test
  void choosesAboutAsFastAmongThousandsAsAmongTwo() {
    Key key = TestKeys.rsa("a").verification();
    List<VerificationKey> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(VerificationKey.of(Optional.of("kid " + i), key, Optional.empty()));
    }
    JoseHeader known = Headers.of("RS256", "kid 1");
    JoseHeader unknown = Headers.of("RS256", "nobody's");

    long few = bestOfMany(new JwkSet(many.subList(0, 2)), known, unknown);
    long thousands = bestOfMany(new JwkSet(many), known, unknown);

    // A search would take a thousand times as long.
    assertThat(thousands).isLessThan(50 * few);
  }

  private static long bestOfMany(JwkSet set, JoseHeader known, JoseHeader unknown) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long begin = System.nanoTime();
      int found = 0;
      for (int i = 0; i < 500; i++) {
        found += set.select(known).isPresent() && set.select(unknown).isEmpty() ? 1 : 0;
      }
      best = Math.min(best, System.nanoTime() - begin);
      assertThat(found).isEqualTo(500);
    }
    return best;
  }

  private static JwkSet set(VerificationKey... keys) {
    return new JwkSet(List.of(keys));
  }

  private static VerificationKey named(TestKey key) {
    return VerificationKey.of(Optional.of(key.kid()), key.verification(), Optional.empty());
  }

  private static VerificationKey nameless(TestKey key) {
    return VerificationKey.of(Optional.empty(), key.verification(), Optional.empty());
  }

  private static VerificationKey bound(VerificationKey key, JwsAlgorithm algorithm) {
    return VerificationKey.of(key.keyId(), key.key(), Optional.of(algorithm));
  }
}
