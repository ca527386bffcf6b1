package dev.vouchgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on a free port of 127.0.0.1 that breaks HTTP itself, one connection after another. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** What it does with a connection. */
  @FunctionalInterface
  private interface Behaviour {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  private RawServer(Behaviour behaviour) {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(() -> accept(behaviour), "raw-server");
    thread.start();
  }

  /** Reads a little of the request, then resets the connection. */
  public static RawServer resetting() {
    return new RawServer(
        socket -> {
          socket.getInputStream().read();
          socket.setSoLinger(true, 0);
        });
  }

  /** Answers what is no HTTP. */
  public static RawServer talkingNonsense() {
    return new RawServer(
        socket -> socket.getOutputStream().write("EHLO\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  /** Begins to answer, then sends one more header every ten milliseconds, for ever. */
  public static RawServer drippingHeaders() {
    CountDownLatch never = new CountDownLatch(1);
    return new RawServer(
        socket -> {
          byte[] header = "x: y\r\n".getBytes(StandardCharsets.UTF_8);
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          do {
            socket.getOutputStream().write(header);
          } while (!never.await(10, TimeUnit.MILLISECONDS));
        });
  }

  /** Its address. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/jwks");
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(Behaviour behaviour) {
    while (closing.getCount() > 0) {
      try (Socket socket = listener.accept()) {
        behaviour.serve(socket);
      } catch (IOException e) {
        // The client has gone, or we are closing: either way the next turn tells.
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
