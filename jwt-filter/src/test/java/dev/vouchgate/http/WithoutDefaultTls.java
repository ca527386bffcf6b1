package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * What happens in a JVM whose default TLS context cannot be had until the server that it runs has
 * made one of its own, as in GlassFish 8 before its first request; a line each.
 */
final class WithoutDefaultTls {
  private static final URI NOBODY = URI.create("https://127.0.0.1:1/keys");

  private WithoutDefaultTls() {}

  public static void main(String... arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    HttpFetcher.Limits limits = new HttpFetcher.Limits(Duration.ofSeconds(30), 1000, false);
    try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        HttpFetcher fetcher = new HttpFetcher(limits)) {
      out.println("over http: " + outcome(fetcher, here));
      out.println("over https: " + outcome(fetcher, NOBODY));
      SSLContext own = SSLContext.getInstance("TLS");
      own.init(null, null, null);
      SSLContext.setDefault(own);
      out.println("over https, later: " + outcome(fetcher, NOBODY));
    } finally {
      server.stop(0);
    }
  }

  private static String outcome(HttpFetcher fetcher, URI uri) {
    try {
      return new String(fetcher.fetch(uri).body(), UTF_8);
    } catch (FetchException e) {
      return e.getMessage();
    }
  }
}
