package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CacheSizeTest {

  @Test
  void isAtLeastOneTokenInOneByte() {
    assertThat(new CacheSize(1, 1).tokens()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new CacheSize(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new CacheSize(1, 0));
  }

  @Test
  void hitsNothingBeforeTheFirstToken() {
    assertThat(new CacheState(0, 0, 0).hitRatio()).isZero();
  }
}
