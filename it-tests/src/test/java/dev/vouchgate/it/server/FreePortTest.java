package dev.vouchgate.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void isNoneThatTheSystemGivesToWhoeverAsksForAny() {
    assertThat(FreePort.any()).isBetween(1_024, 32_767);
  }

  @Test
  void isAnotherOneEachTime() {
    List<Integer> ports = Stream.generate(FreePort::any).limit(100).toList();

    assertThat(ports).doesNotHaveDuplicates();
  }

  @Test
  void isNoneThatSomebodyListensAt() throws IOException {
    int port = FreePort.any();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Stream.generate(FreePort::any).limit(20_000)).doesNotContain(taken.getLocalPort());
    }
  }
}
