package dev.vouchgate.it.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port that the server is about to take. */
final class LoopbackPort {

  private LoopbackPort() {}

  /**
   * Makes sure that a port is there to be taken.
   *
   * @throws IllegalStateException if it is not, with a message that says how to choose another
   */
  static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      if (socket.getLocalPort() != port) {
        throw new IllegalStateException(refusal(port));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(refusal(port), e);
    }
  }

  private static String refusal(int port) {
    return "Port "
        + port
        + " cannot be had on 127.0.0.1: another program listens there, or it is no usable port."
        + " Choose another, for example: mvn -Prun -Dhttp.port=8081";
  }
}
