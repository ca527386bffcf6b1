package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DpopNoncesTest {
  private static final Instant START = Instant.ofEpochSecond(1_200_000);
  private static final Duration STEP = Duration.ofMinutes(2);

  private final DpopNonces nonces = new DpopNonces(new byte[32]);

  @Test
  void areGoodForTwoToFourMinutes() {
    String first = nonces.at(START);
    assertThat(nonces.isFresh(first, START)).isTrue();
    assertThat(nonces.isFresh(first, START.plus(STEP.multipliedBy(2)).minusSeconds(1))).isTrue();
    assertThat(nonces.isFresh(first, START.plus(STEP.multipliedBy(2)))).isFalse();
    assertThat(nonces.isFresh(first, START.minusSeconds(1))).isFalse();
  }

  @Test
  void changeEveryTwoMinutes() {
    assertThat(nonces.at(START.plus(STEP).minusSeconds(1))).isEqualTo(nonces.at(START));
    assertThat(nonces.at(START.plus(STEP))).isNotEqualTo(nonces.at(START));
  }

  @Test
  void areKnownToWhoeverSharesTheSecretAndToNobodyElse() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(new DpopNonces(new byte[32]).isFresh(nonces.at(START), START)).isTrue();
    assertThat(new DpopNonces(other).isFresh(nonces.at(START), START)).isFalse();
  }

  @Test
  void haveOnlyCharactersThatRfc9449Allows() {
    assertThat(nonces.at(START)).matches("[A-Za-z0-9_-]{22}");
  }
}
