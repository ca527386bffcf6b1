package dev.vouchgate.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request to a server on 127.0.0.1, written byte by byte as told, so that it can be what no HTTP
 * client would send. Immutable.
 */
public final class HttpCall {
  private final int port;
  private final String line;
  private final List<String> headers;
  private final String body;

  private HttpCall(int port, String line, List<String> headers, String body) {
    this.port = port;
    this.line = line;
    this.headers = headers;
    this.body = body;
  }

  /** A GET. */
  public static HttpCall get(int port, String target) {
    return of(port, "GET", target);
  }

  /** A request of any method; target and method go out as they are, in ISO 8859-1. */
  public static HttpCall of(int port, String method, String target) {
    return new HttpCall(port, method + " " + target + " HTTP/1.1", List.of("Host: 127.0.0.1"), "");
  }

  /** The same with a header line, exactly as it is. */
  public HttpCall header(String headerLine) {
    List<String> more = new ArrayList<>(headers);
    more.add(headerLine);
    return new HttpCall(port, line, more, body);
  }

  /** The same with a body, in ISO 8859-1, and its length. */
  public HttpCall body(String text) {
    return header("Content-Length: " + text.length()).raw(text);
  }

  /** The same with that after its head, of which the head says nothing more. */
  public HttpCall raw(String text) {
    return new HttpCall(port, line, headers, text);
  }

  /** The same with a bearer token. */
  public HttpCall token(String compact) {
    return header("Authorization: Bearer " + compact);
  }

  /** Sends it. */
  public Answered send() {
    String text =
        line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n" + body;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new Answered(allOf(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String allOf(InputStream stream) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      stream.transferTo(read);
    } catch (SocketException e) {
      // A server may reset a connection after its answer to a request that it did not read whole.
      if (read.size() == 0) {
        throw e;
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /** What came back, whole. */
  public record Answered(String text) {

    /** The status code. */
    public int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }

    /** All values of a header, in order. */
    public List<String> headers(String name) {
      String prefix = name.toLowerCase(java.util.Locale.ROOT) + ":";
      return head()
          .lines()
          .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).trim())
          .toList();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }

    /** The body as it came. */
    public String body() {
      return text.substring(Math.min(text.length(), head().length() + 4));
    }

    private String head() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }
  }
}
