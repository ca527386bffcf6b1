package dev.vouchgate.it.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vouchgate.it.sample.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A token endpoint of an issuer that is not ours, on loopback, for one client (RFC 6749 §4.4). */
final class TokenService implements AutoCloseable {
  static final String CLIENT = "orders";
  static final String SECRET = "between us";

  private final TestIssuer issuer;
  private final HttpServer server;
  private final List<String> audiences = new CopyOnWriteArrayList<>();

  TokenService(TestIssuer issuer) throws IOException {
    this.issuer = issuer;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  /** Whom tokens were asked for, in order. */
  List<String> audiences() {
    return List.copyOf(audiences);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String expected =
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(UTF_8));
      Map<String, String> form = form(exchange);
      boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!known || !"client_credentials".equals(form.get("grant_type"))) {
        send(exchange, 401, "{\"error\":\"invalid_client\"}");
        return;
      }
      String audience = form.getOrDefault("audience", "");
      audiences.add(audience);
      send(
          exchange,
          200,
          "{\"access_token\":\""
              + issuer.tokenForAudience(audience, CLIENT, "user")
              + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    return Arrays.stream(body.split("&", -1))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> URLDecoder.decode(field[0], UTF_8),
                field -> URLDecoder.decode(field[1], UTF_8)));
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
