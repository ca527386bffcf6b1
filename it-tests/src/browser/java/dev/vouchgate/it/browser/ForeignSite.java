package dev.vouchgate.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Somebody else's pages, from another port of this machine. By the application's host name they are
 * of the same site, which knows no ports, though not of its origin; by any other of another site.
 */
final class ForeignSite implements AutoCloseable {
  private final HttpServer server;

  ForeignSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/", "<a href='%s'>There</a>");
    serve(
        "/form",
        """
        <form method="post" action="%s">
          <input name="username" value="bob"><input name="password" value="büro">
        </form>
        <script>document.forms[0].submit()</script>
        """);
    serve("/frame", "<iframe sandbox='allow-forms allow-scripts' src='/form?%s'></iframe>");
    server.start();
  }

  /** A page with a link to an address, in a new tab. */
  Page open(BrowserContext profile, String host, String target) {
    Page page = profile.newPage();
    page.navigate("http://" + host + ":" + server.getAddress().getPort() + "/?" + target);
    return page;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The address that a page is about stands in its own, after the question mark. */
  private void serve(String path, String page) {
    server.createContext(
        path,
        exchange -> {
          String target = exchange.getRequestURI().getQuery();
          send(exchange, page.formatted(target == null ? "" : target).getBytes(UTF_8));
        });
  }

  private static void send(HttpExchange exchange, byte[] page) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }
}
