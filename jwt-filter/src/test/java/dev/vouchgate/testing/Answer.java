package dev.vouchgate.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** One way for {@link StubJwksServer} to answer, fair or foul. */
@FunctionalInterface
public interface Answer {

  /** Writes it; waits only for latches, and never past that one. */
  void write(HttpExchange exchange, CountDownLatch closing)
      throws IOException, InterruptedException;

  /** 200 with that text. */
  static Answer of(String text) {
    return of(200, text.getBytes(StandardCharsets.UTF_8));
  }

  /** That status with those bytes. */
  static Answer of(int status, byte[] body) {
    return (exchange, closing) -> {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** That status with a body that is a fine key set, but for the status. */
  static Answer status(int status) {
    return of(status, "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  /** A redirect. */
  static Answer redirect(int status, String location) {
    return status(status).with("Location", location);
  }

  /** Nothing at all until the server closes. */
  static Answer hanging() {
    return (exchange, closing) -> closing.await();
  }

  /** The headers at once, then a byte every ten milliseconds, for ever. */
  static Answer dripping() {
    return (exchange, closing) -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      do {
        body.write(' ');
        body.flush();
      } while (!closing.await(10, TimeUnit.MILLISECONDS));
    };
  }

  /** Promises twice the text's length and ends after the text. */
  static Answer truncated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return (exchange, closing) -> {
      exchange.sendResponseHeaders(200, 2L * bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
    };
  }

  /** That many spaces, in chunks, without saying how many. */
  static Answer ofSize(long bytes) {
    return (exchange, closing) -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] chunk = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      for (long sent = 0; sent < bytes; sent += chunk.length) {
        exchange.getResponseBody().write(chunk, 0, (int) Math.min(chunk.length, bytes - sent));
      }
    };
  }

  /** That many spaces, as a few bytes of gzip. */
  static Answer gzipBomb(int bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return of(200, zipped.toByteArray()).with("Content-Encoding", "gzip");
  }

  /** The same with one more header. */
  default Answer with(String header, String value) {
    return (exchange, closing) -> {
      exchange.getResponseHeaders().add(header, value);
      write(exchange, closing);
    };
  }

  /** The same, but not before the gate opens. */
  default Answer after(CountDownLatch gate) {
    return (exchange, closing) -> {
      while (!gate.await(10, TimeUnit.MILLISECONDS)) {
        if (closing.getCount() == 0) {
          return;
        }
      }
      write(exchange, closing);
    };
  }
}
