package dev.vouchgate.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyRingTest {
  private static final RotationPolicy HOURLY =
      new RotationPolicy(
          JwsAlgorithm.ES256, Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofMinutes(5));

  private final MutableClock clock = new MutableClock();
  private final SigningKeyRing ring = SigningKeyRing.inMemory(HOURLY, clock);

  @Test
  void signsWithTheSameKeyForAnHour() {
    SigningKey first = ring.active();
    clock.advance(Duration.ofMinutes(60).minusSeconds(1));
    assertThat(ring.active()).isEqualTo(first);

    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.active()).isNotEqualTo(first);
  }

  @Test
  void signsWithNoKeyThatWasNotPublishedForTenMinutes() {
    clock.advance(Duration.ofMinutes(50));
    List<String> published = keyIds();
    clock.advance(Duration.ofMinutes(10));

    assertThat(published).hasSize(2).contains(ring.active().keyId());
  }

  @Test
  void publishesPublicHalvesOnly() {
    for (Map<String, String> jwk : ring.published()) {
      assertThat(jwk).containsOnlyKeys("kty", "crv", "x", "y", "kid", "alg", "use");
      assertThat(jwk)
          .containsEntry("kty", "EC")
          .containsEntry("alg", "ES256")
          .containsEntry("use", "sig");
    }
  }

  @Test
  void dropsAKeyAtOnce() {
    String first = ring.active().keyId();
    ring.revoke(first);

    assertThat(keyIds()).hasSize(1).doesNotContain(first);
    assertThat(ring.active().keyId()).isEqualTo(keyIds().get(0));
  }

  @Test
  void makesAKeyThatIsDueOnceForAllWhoCome() throws Exception {
    clock.advance(Duration.ofHours(5));

    assertThat(Together.call(8, () -> ring.active().keyId())).containsOnly(ring.active().keyId());
  }

  @Test
  void makesKeysBeforeAnybodyWhoSignsHasTo() {
    assertThat(ring.upkeepInterval()).isEqualTo(Duration.ofSeconds(5));
    clock.advance(Duration.ofMinutes(50).minusSeconds(10));
    assertThat(keyIds()).hasSize(1);

    ring.keepUp();
    assertThat(keyIds()).hasSize(2);
  }

  @Test
  void isKeptUpEverySecondOrLessWhereKeysAreNotPublishedAhead() {
    RotationPolicy hasty =
        new RotationPolicy(
            JwsAlgorithm.ES256, Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(5));

    assertThat(SigningKeyRing.inMemory(hasty, clock).upkeepInterval())
        .isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void signsWithTheFirstOfGivenKeysForeverAndPublishesAll() {
    List<SigningKey> given =
        List.of(SigningKey.generate(JwsAlgorithm.EDDSA), SigningKey.generate(JwsAlgorithm.ES256));
    SigningKeyRing fixed = SigningKeyRing.of(HOURLY, clock, given);
    clock.advance(Duration.ofDays(10_000));
    fixed.keepUp();

    assertThat(fixed.active()).isEqualTo(given.get(0));
    assertThat(fixed.published()).hasSize(2);
    fixed.revoke(given.get(0).keyId());
    assertThat(fixed.active()).isEqualTo(given.get(1));
    fixed.revoke(given.get(1).keyId());
    assertThat(fixed.published()).isEmpty();
    assertThatThrownBy(fixed::active)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("all have been dropped");
  }

  @Test
  void wantsAGivenKey() {
    assertThatThrownBy(() -> SigningKeyRing.of(HOURLY, clock, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> keyIds() {
    return ring.published().stream().map(jwk -> jwk.get("kid")).toList();
  }
}
