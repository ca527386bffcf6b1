package dev.vouchgate.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A server of key sets on a free port of 127.0.0.1 that does as it is told, {@link Answer} by
 * answer, and counts who asks. A path that was told nothing is 404.
 */
public final class StubJwksServer implements AutoCloseable {
  static {
    // Otherwise each answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final String scheme;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What came in: path with query, the headers, names as HttpServer spells them, and the body. */
  public record Request(String path, Map<String, List<String>> headers, String body) {}

  /** Starts it. */
  public StubJwksServer() {
    this("http", HttpServer::create);
  }

  /** Starts one that speaks https, and if need be only to clients that it knows. */
  public StubJwksServer(SSLContext tls, boolean onlyToKnownClients) {
    this(
        "https",
        (address, backlog) -> {
          HttpsServer https = HttpsServer.create(address, backlog);
          https.setHttpsConfigurator(
              new HttpsConfigurator(tls) {
                @Override
                public void configure(HttpsParameters parameters) {
                  SSLParameters wanted = tls.getDefaultSSLParameters();
                  wanted.setNeedClientAuth(onlyToKnownClients);
                  parameters.setSSLParameters(wanted);
                }
              });
          return https;
        });
  }

  @FunctionalInterface
  private interface Maker {
    HttpServer make(InetSocketAddress address, int backlog) throws IOException;
  }

  private StubJwksServer(String scheme, Maker maker) {
    this.scheme = scheme;
    try {
      server = maker.make(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Scheme, host and port. */
  public String origin() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The address of {@code /jwks}. */
  public URI jwks() {
    return uri("/jwks");
  }

  /** The address of a path here. */
  public URI uri(String path) {
    return URI.create(origin() + path);
  }

  /** From now on {@code /jwks} is that text. */
  public StubJwksServer serve(String text) {
    return on("/jwks", Answer.of(text));
  }

  /** From now on {@code /jwks} is answered so. */
  public StubJwksServer serve(Answer answer) {
    return on("/jwks", answer);
  }

  /** From now on that path is answered so. */
  public StubJwksServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /** All requests, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How often a path was asked for. */
  public long hits(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  /** How often {@code /jwks} was asked for. */
  public long hits() {
    return hits("/jwks");
  }

  /** Ends it, and whatever hangs or drips in it. */
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("an answer does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), Answer.status(404));
    try (exchange) {
      answer.write(exchange, closing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
