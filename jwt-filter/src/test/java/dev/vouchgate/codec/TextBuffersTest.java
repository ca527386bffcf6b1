package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBuffersTest {
  private final TextBuffers buffers = new TextBuffers();

  @Test
  void lendsAnArrayAgainThatWasGivenBack() {
    char[] first = buffers.take(10);
    buffers.giveBack(first);

    assertThat(buffers.take(TextBuffers.LENGTH)).isSameAs(first);
  }

  @Test
  void lendsNoArrayToTwo() {
    char[] first = buffers.take(10);

    assertThat(buffers.take(10)).isNotSameAs(first);
  }

  @Test
  void keepsNoLongOnes() {
    char[] longer = buffers.take(TextBuffers.LENGTH + 1);
    buffers.giveBack(longer);

    assertThat(longer).hasSize(TextBuffers.LENGTH + 1);
    assertThat(buffers.take(TextBuffers.LENGTH + 1)).isNotSameAs(longer);
    assertThat(buffers.take(1)).hasSize(TextBuffers.LENGTH);
  }
}
