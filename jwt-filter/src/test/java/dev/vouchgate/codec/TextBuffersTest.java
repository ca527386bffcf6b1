package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
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

  @Test
  void lendsThreadsAtOnceFromDifferentPlaces() throws Exception {
    Set<char[]> lent = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 16; i++) {
      Thread thread =
          new Thread(
              () -> {
                char[] buffer = buffers.take(1);
                lent.add(buffer);
                buffers.giveBack(buffer);
              });
      thread.start();
      thread.join();
    }

    assertThat(lent).hasSizeGreaterThan(1);
  }
}
