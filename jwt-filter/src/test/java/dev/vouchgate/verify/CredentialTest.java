package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final String HEADER = "Bearer " + "a".repeat(600);

  @Test
  void isToldFromOthersByItsTailInAHashTable() {
    assertThat(
            IntStream.range(0, 1000)
                .map(i -> Credential.of(HEADER + i % 10 + "-" + i / 10).hashCode())
                .distinct()
                .count())
        .isGreaterThan(900);
  }

  @Test
  void isNotSearchedForItsHash() {
    String tail = "0123456789abcdef";
    assertThat(Credential.of("x".repeat(600) + tail))
        .hasSameHashCodeAs(Credential.of("y".repeat(600) + tail))
        .isNotEqualTo(Credential.of("y".repeat(600) + tail));
  }

  @Test
  void mayBeShort() {
    assertThat(Credential.of("ab")).isNotEqualTo(Credential.of("ba"));
    assertThat(Credential.of("ab").hashCode()).isNotEqualTo(Credential.of("ba").hashCode());
    assertThat(Credential.of("").compact()).isEmpty();
  }

  @Test
  void isNotShown() {
    assertThat(new Credential("Bearer token", 7)).hasToString("Credential");
  }
}
