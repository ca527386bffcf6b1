package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Rotation under 500 valid tokens a second, one every two milliseconds of a clock that is moved.
 */
@Timeout(120)
class RemoteKeysRotationTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");
  private static final Duration BETWEEN = Duration.ofMillis(2);
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final RemoteKeysFixture remote = new RemoteKeysFixture();
  private final List<Instant> refused = new ArrayList<>();

  @AfterEach
  void close() {
    remote.close();
  }

  @Test
  void overlappingRotationRefusesNoValidToken() throws Exception {
    remote.started(Jwks.set(A));
    traffic("a", Duration.ofSeconds(20));
    remote.server.serve(Jwks.set(A, B));
    traffic("a", Duration.ofMinutes(11));
    long fetchesBefore = remote.server.hits();
    traffic("b", Duration.ofSeconds(20));
    assertThat(remote.server.hits()).as("known before it was used").isEqualTo(fetchesBefore);
    remote.server.serve(Jwks.set(B));
    traffic("b", Duration.ofMinutes(11));

    assertThat(refused).isEmpty();
    assertThat(remote.keys.state().keyIds()).containsExactly("b");
  }

  @Test
  void keyThatIsUsedAsSoonAsItIsPublishedIsRefusedNever() throws Exception {
    remote.started(Jwks.set(A));
    traffic("a", Duration.ofSeconds(20));
    remote.server.serve(Jwks.set(A, B));
    traffic("b", Duration.ofSeconds(20));

    assertThat(refused).isEmpty();
    assertThat(remote.server.hits()).isEqualTo(2);
  }

  @Test
  void abruptRotationRefusesNoValidToken() throws Exception {
    remote.started(Jwks.set(A));
    traffic("a", Duration.ofSeconds(20));
    remote.server.serve(Jwks.set(B));
    traffic("b", Duration.ofSeconds(60));

    assertThat(refused).isEmpty();
    assertThat(remote.server.hits()).isEqualTo(2);
  }

  @Test
  void keyThatIsUsedBeforeItIsPublishedIsRefusedForTenSecondsAtMost() throws Exception {
    remote.started(Jwks.set(A));
    traffic("a", Duration.ofSeconds(20));
    Instant used = remote.clock.instant();
    traffic("b", Duration.ofSeconds(1));
    remote.server.serve(Jwks.set(B));
    traffic("b", Duration.ofSeconds(60));

    assertThat(refused).isNotEmpty().allMatch(time -> time.isBefore(used.plus(BOUND)));
  }

  @Test
  void rotationDuringFloodOfUnknownKeysRefusesForTenSecondsAtMost() throws Exception {
    remote.started(Jwks.set(A));
    traffic("a", Duration.ofSeconds(15));
    for (int i = 0; i < 2000; i++) {
      assertThat(remote.locate("junk " + i)).isEmpty();
    }
    remote.server.serve(Jwks.set(B));
    Instant switched = remote.clock.instant();
    traffic("b", Duration.ofSeconds(60));

    assertThat(refused).isNotEmpty().allMatch(time -> time.isBefore(switched.plus(BOUND)));
    assertThat(remote.server.hits()).as("one at the start, one for junk, one for b").isEqualTo(3);
  }

  private void traffic(String kid, Duration time) throws KeysUnavailableException {
    Instant end = remote.clock.instant().plus(time);
    while (remote.clock.instant().isBefore(end)) {
      if (remote.locate(kid).isEmpty()) {
        refused.add(remote.clock.instant());
      }
      remote.executor.advance(BETWEEN);
    }
  }
}
