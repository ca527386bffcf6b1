package dev.vouchgate.it.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackPortTest {

  @Test
  void refusesAPortThatIsTakenAndTellsHowToChooseAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> LoopbackPort.requireFree(taken.getLocalPort()))
          .withMessageStartingWith("Port " + taken.getLocalPort() + " cannot be had")
          .withMessageContaining("mvn -Prun -Dhttp.port=");
    }
  }

  @ParameterizedTest(name = "port {0}")
  @ValueSource(ints = {-1, 0, 65_536})
  void refusesWhatIsNoPort(int port) {
    assertThatIllegalStateException().isThrownBy(() -> LoopbackPort.requireFree(port));
  }

  @Test
  void takesNothingOfAFreePort() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    LoopbackPort.requireFree(port);

    assertThatCode(() -> LoopbackPort.requireFree(port)).doesNotThrowAnyException();
  }
}
