package dev.vouchgate.it.threats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as no HTTP client would send it: method, target and headers go out as they are, in ISO
 * 8859-1.
 */
public final class RawCall {
  private static final int LIMIT = 20_000;

  private final URL server;
  private final String method;
  private final String target;
  private final List<String> headers = new ArrayList<>();

  private RawCall(URL server, String method, String target) {
    this.server = server;
    this.method = method;
    this.target = target;
  }

  /** A GET. */
  public static RawCall get(URL server, String target) {
    return of(server, "GET", target);
  }

  /** A request of any method. */
  public static RawCall of(URL server, String method, String target) {
    return new RawCall(server, method, target);
  }

  /** With a header line. */
  public RawCall header(String line) {
    headers.add(line);
    return this;
  }

  /** With a token. */
  public RawCall token(String compact) {
    return header("Authorization: Bearer " + compact);
  }

  /** Sends it and waits for all that comes back. */
  public Answer send() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(server.getHost()).append(':').append(server.getPort());
    headers.forEach(line -> text.append("\r\n").append(line));
    text.append("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(LIMIT);
      return new Answer(exchange(socket, text.toString()));
    }
  }

  /** A server may close before it has read all, and before or after it has answered. */
  private static String exchange(Socket socket, String request) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      read.reset();
    }
    try {
      InputStream input = socket.getInputStream();
      input.transferTo(read);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (SocketException e) {
      return read.toString(StandardCharsets.ISO_8859_1);
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /**
   * What came back.
   *
   * @param text all of it; empty if the server has closed the connection without a word
   */
  public record Answer(String text) {

    /** The status; 0 without an answer. */
    public int status() {
      return text.isEmpty() ? 0 : Integer.parseInt(text.split("[ \r]", 3)[1]);
    }

    /** All values of a header, in order. */
    public List<String> headers(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return text.substring(0, headEnd())
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).trim())
          .toList();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }

    /** The body as it came. */
    public String body() {
      return text.substring(Math.min(text.length(), headEnd() + 4));
    }

    private int headEnd() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text.length() : end;
    }
  }
}
