package dev.vouchgate.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which keys there are at which time: hours after the first. */
class KeyRingTest {
  /** A key signs for a day, is known six hours before and an hour after. */
  private static final RotationPolicy DAILY =
      new RotationPolicy(
          JwsAlgorithm.ED25519, Duration.ofHours(24), Duration.ofHours(6), Duration.ofHours(1));

  private final List<SigningKey> made = new ArrayList<>();

  @Test
  void beginsWithOneKeyThatSignsAtOnce() {
    KeyRing first = KeyRing.EMPTY.at(hour(0), DAILY, this::make);

    assertThat(numbers(first)).containsExactly(0);
    assertThat(active(first, 0)).isZero();
  }

  @Test
  void publishesTheNextKeySixHoursBeforeItSigns() {
    KeyRing first = KeyRing.EMPTY.at(hour(0), DAILY, this::make);

    assertThat(numbers(first.at(hour(18).minusSeconds(1), DAILY, this::make))).containsExactly(0);
    KeyRing ahead = first.at(hour(18), DAILY, this::make);
    assertThat(numbers(ahead)).containsExactly(0, 1);
    assertThat(active(ahead, 18)).isZero();
    assertThat(active(ahead, 23)).isZero();
    assertThat(active(ahead, 24)).isEqualTo(1);
  }

  @Test
  void publishesAKeyUntilItsLastTokenHasExpired() {
    KeyRing two = KeyRing.EMPTY.at(hour(0), DAILY, this::make).at(hour(18), DAILY, this::make);

    assertThat(numbers(two.at(hour(25).minusSeconds(1), DAILY, this::make))).containsExactly(0, 1);
    assertThat(numbers(two.at(hour(25), DAILY, this::make))).containsExactly(1);
  }

  @Test
  void publishesAsManyNextKeysAsSignWithinTheTimeAhead() {
    RotationPolicy often =
        new RotationPolicy(
            JwsAlgorithm.ED25519, Duration.ofHours(2), Duration.ofHours(5), Duration.ZERO);
    KeyRing ring = KeyRing.EMPTY.at(hour(0), often, this::make).at(hour(1), often, this::make);

    // 5 hours by 2 are 2.5, so 3: they begin to sign after 2, 4 and 6 hours.
    assertThat(numbers(ring)).containsExactly(0, 1, 2, 3);
    KeyRing rotated = ring.at(hour(3), often, this::make);
    assertThat(numbers(rotated)).containsExactly(1, 2, 3, 4);
    assertThat(active(rotated, 3)).isEqualTo(1);
  }

  @Test
  void beginsAnewAfterALongTimeInWhichNobodyAsked() {
    KeyRing later = KeyRing.EMPTY.at(hour(0), DAILY, this::make).at(hour(1000), DAILY, this::make);

    assertThat(numbers(later)).containsExactly(1);
    assertThat(active(later, 1000)).isEqualTo(1);
  }

  @Test
  void keepsTheLastKeyPublishedWhereNobodyAskedForAWhile() {
    KeyRing later =
        KeyRing.EMPTY
            .at(hour(0), DAILY, this::make)
            .at(hour(24).plusSeconds(60), DAILY, this::make);

    assertThat(numbers(later)).containsExactly(0, 1);
    assertThat(later.active(hour(24).plusSeconds(60))).isEqualTo(made.get(1));
  }

  @Test
  void isUpToDateUntilAKeyIsDueOrOver() {
    KeyRing first = KeyRing.EMPTY.at(hour(0), DAILY, this::make);
    assertThat(first.isUpToDate(hour(17), DAILY)).isTrue();
    assertThat(first.isUpToDate(hour(18), DAILY)).isFalse();

    KeyRing two = first.at(hour(18), DAILY, this::make);
    assertThat(two.isUpToDate(hour(24), DAILY)).isTrue();
    assertThat(two.isUpToDate(hour(25), DAILY)).isFalse();
    assertThat(KeyRing.EMPTY.isUpToDate(hour(0), DAILY)).isFalse();
  }

  @Test
  void hasNoKeyBeforeTheFirst() {
    KeyRing first = KeyRing.EMPTY.at(hour(1), DAILY, this::make);

    assertThatThrownBy(() -> first.active(hour(0))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void signsWithTheNextKeyWhereTheActiveOneIsDropped() {
    KeyRing two = KeyRing.EMPTY.at(hour(0), DAILY, this::make).at(hour(18), DAILY, this::make);
    KeyRing left = two.without(made.get(0).keyId(), hour(20));

    assertThat(numbers(left)).containsExactly(1);
    assertThat(active(left, 20)).isEqualTo(1);
    assertThat(active(left, 47)).isEqualTo(1);
  }

  @Test
  void signsForLongerWithTheActiveKeyWhereTheNextOneIsDropped() {
    KeyRing two = KeyRing.EMPTY.at(hour(0), DAILY, this::make).at(hour(18), DAILY, this::make);
    KeyRing left = two.without(made.get(1).keyId(), hour(20));

    assertThat(numbers(left)).containsExactly(0);
    assertThat(active(left, 47)).isZero();
  }

  @Test
  void forgetsAnOldKeyThatIsDropped() {
    KeyRing two = KeyRing.EMPTY.at(hour(0), DAILY, this::make).at(hour(18), DAILY, this::make);
    KeyRing left = two.without(made.get(0).keyId(), hour(24));

    assertThat(numbers(left)).containsExactly(1);
    assertThat(left.keys().get(0)).isEqualTo(two.keys().get(1));
  }

  @Test
  void staysAsItIsWhereNoSuchKeyIsDropped() {
    KeyRing first = KeyRing.EMPTY.at(hour(0), DAILY, this::make);

    assertThat(first.without("stranger", hour(1))).isEqualTo(first);
  }

  private SigningKey make() {
    SigningKey key = SigningKey.generate(JwsAlgorithm.ED25519);
    made.add(key);
    return key;
  }

  private List<Integer> numbers(KeyRing ring) {
    return ring.keys().stream().map(key -> made.indexOf(key.key())).toList();
  }

  private int active(KeyRing ring, int hour) {
    return made.indexOf(ring.active(hour(hour)));
  }

  private static Instant hour(int count) {
    return Tokens.NOW.plus(Duration.ofHours(count));
  }
}
