package dev.vouchgate.mp.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A service on loopback that lets some tokens in, answers what it was sent, and remembers it. */
final class StubService implements AutoCloseable {
  private final HttpServer server;
  private final Predicate<String> admits;
  final List<String> calls = new CopyOnWriteArrayList<>();

  StubService(Predicate<String> admits) throws IOException {
    this.admits = admits;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      calls.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("X-Trace")
              + " "
              + authorization
              + " "
              + body);
      boolean welcome = admits.test(authorization);
      byte[] answer = (welcome ? "welcome " + body : "who are you?").getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/plain");
      exchange.getResponseHeaders().add("X-Answer", welcome ? "yes" : "no");
      exchange.sendResponseHeaders(welcome ? 200 : 401, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
