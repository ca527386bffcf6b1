package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.RawServer;
import dev.vouchgate.testing.StubJwksServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpFetcherTest {
  private static final int MAX_BYTES = 1000;
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final StubJwksServer server = new StubJwksServer();
  private final HttpFetcher fetcher = fetcher(PATIENT);

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void fetchesWhatIsServed() throws Exception {
    server.serve("{\"keys\":[]}");

    FetchedDocument document = fetcher.fetch(server.jwks());

    assertThat(new String(document.body(), UTF_8)).isEqualTo("{\"keys\":[]}");
    assertThat(document.freshFor()).isEmpty();
  }

  @Test
  void asksForNoContentEncoding() throws Exception {
    server.serve("{}");

    fetcher.fetch(server.jwks());

    Map<String, List<String>> headers = server.requests().get(0).headers();
    assertThat(headers.get("Accept-encoding")).containsExactly("identity");
    assertThat(headers).doesNotContainKeys("Upgrade", "Http2-settings", "Authorization", "Cookie");
  }

  @Test
  void tellsHowLongTheServerSaysItIsFresh() throws Exception {
    server.serve(Answer.of("{}").with("Cache-Control", "public, max-age=300"));

    assertThat(fetcher.fetch(server.jwks()).freshFor())
        .isEqualTo(Optional.of(Duration.ofMinutes(5)));
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {201, 203, 204, 206, 304, 400, 401, 404, 500, 503})
  void refusesAnyStatusBut200(int status) {
    server.serve(
        status == 204 || status == 304 ? Answer.of(status, new byte[0]) : Answer.status(status));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessage(server.jwks() + " answered with status " + status + ", not 200");
  }

  @Test
  void doesNotReadTheBodyOfAnError() throws Exception {
    try (HttpFetcher quick = fetcher(Duration.ofSeconds(5))) {
      server.serve(
          (exchange, closing) -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().flush();
            closing.await();
          });

      assertThatThrownBy(() -> quick.fetch(server.jwks())).hasMessageContaining("status 500");
    }
  }

  @Test
  void acceptsBodyOfExactlyTheCap() throws Exception {
    server.serve(Answer.ofSize(MAX_BYTES));

    assertThat(fetcher.fetch(server.jwks()).body()).hasSize(MAX_BYTES);
  }

  @Test
  void refusesBodyOfOneByteMore() {
    server.serve(Answer.ofSize(MAX_BYTES + 1));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("its body has more than 1000 bytes");
  }

  @Test
  void stopsReadingBodyOf50MegabytesAtTheCap() throws Exception {
    CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
    server.serve(
        (exchange, closing) -> {
          try {
            Answer.ofSize(50_000_000).write(exchange, closing);
            cutOff.complete(false);
          } catch (IOException e) {
            cutOff.complete(true);
          }
        });

    assertThatThrownBy(() -> fetcher.fetch(server.jwks())).hasMessageContaining("more than 1000");
    assertThat(cutOff.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesGzipThoughItIsSmall() {
    server.serve(Answer.gzipBomb(100_000));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("Content-Encoding");
  }

  @Test
  void acceptsIdentityAsContentEncoding() throws Exception {
    server.serve(Answer.of("{}").with("Content-Encoding", "Identity"));

    assertThat(fetcher.fetch(server.jwks()).body()).hasSize(2);
  }

  @Test
  void refusesTruncatedBody() {
    server.serve(Answer.truncated("{\"keys\":[]}"));

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("could not be fetched");
  }

  @Test
  void endsAtTheDeadlineIfTheServerHangs() {
    server.serve(Answer.hanging());

    assertEndsAtTheDeadline(server.jwks());
  }

  @Test
  void endsAtTheDeadlineIfTheBodyDrips() {
    server.serve(Answer.dripping());

    assertEndsAtTheDeadline(server.jwks());
  }

  @Test
  void endsAtTheDeadlineIfTheHeadersDrip() throws Exception {
    try (RawServer raw = RawServer.drippingHeaders()) {
      assertEndsAtTheDeadline(raw.uri());
    }
  }

  @Test
  void endsAtTheDeadlineIfNobodyAcceptsTheConnection() throws Exception {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // They fill the backlog: who comes later is not even told that it is heard.
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        channel.connect(deaf.getLocalSocketAddress());
      }

      assertEndsAtTheDeadline(URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/"));
    } finally {
      for (SocketChannel channel : waiting) {
        channel.close();
      }
    }
  }

  @Test
  void countsRedirectsTowardsOneDeadline() {
    server.on("/jwks", Answer.redirect(302, "/slow")).on("/slow", Answer.dripping());

    assertEndsAtTheDeadline(server.jwks());
  }

  @Test
  void cutsTheConnectionAtTheDeadline() throws Exception {
    CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
    server.serve(
        (exchange, closing) -> {
          try {
            Answer.dripping().write(exchange, closing);
            cutOff.complete(false);
          } catch (IOException e) {
            cutOff.complete(true);
          }
        });

    assertEndsAtTheDeadline(server.jwks());
    assertThat(cutOff.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void reportsConnectionThatIsReset() throws Exception {
    try (RawServer raw = RawServer.resetting()) {
      assertThatThrownBy(() -> fetcher.fetch(raw.uri()))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith(raw.uri() + " could not be fetched: ");
    }
  }

  @Test
  void reportsWhatIsNoHttp() throws Exception {
    try (RawServer raw = RawServer.talkingNonsense()) {
      assertThatThrownBy(() -> fetcher.fetch(raw.uri()))
          .isInstanceOf(FetchException.class)
          .hasMessageStartingWith(raw.uri() + " could not be fetched: ");
    }
  }

  @Test
  void reportsPortThatNobodyListensTo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/jwks");

    assertThatThrownBy(() -> fetcher.fetch(nobody))
        .isInstanceOf(FetchException.class)
        .hasMessageStartingWith(nobody + " could not be fetched: ");
  }

  @Test
  void keepsTheInterruptOfTheCaller() {
    server.serve(Answer.hanging());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesToFetchOnceClosed() {
    server.serve("{}");
    fetcher.close();

    assertThatThrownBy(() -> fetcher.fetch(server.jwks()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("closed");
    assertThat(server.hits()).isZero();
  }

  @Test
  void closingEndsFetchesInProgress() throws Exception {
    CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    server.serve(
        (exchange, closing) -> {
          arrived.complete(true);
          closing.await();
        });
    CompletableFuture<FetchedDocument> fetch =
        CompletableFuture.supplyAsync(() -> unchecked(fetcher, server.jwks()));
    arrived.get(30, TimeUnit.SECONDS);

    fetcher.close();

    assertThatThrownBy(() -> fetch.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(FetchException.class)
        .hasStackTraceContaining("the fetcher is closed");
  }

  @Test
  void leavesNoThreadBehindOnceClosed() throws Exception {
    Set<Thread> before = httpThreads();
    HttpFetcher dropped = fetcher(PATIENT);
    server.serve("{}");
    dropped.fetch(server.jwks());
    Set<Thread> own = httpThreads();
    own.removeAll(before);
    assertThat(own).isNotEmpty();

    dropped.close();
    dropped = null;

    for (Thread thread : own) {
      for (int turn = 0; thread.isAlive() && turn < 300; turn++) {
        System.gc();
        thread.join(100);
      }
      assertThat(thread.isAlive()).as(thread.getName() + " lives").isFalse();
    }
  }

  @Test
  void itsThreadsDoNotHoldTheApplicationsClassLoader() throws Exception {
    Set<Thread> before = httpThreads();
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    ClassLoader application = new ClassLoader(own) {};
    server.serve("{}");
    try {
      current.setContextClassLoader(application);
      try (HttpFetcher used = fetcher(PATIENT)) {
        used.fetch(server.jwks());

        assertThat(current.getContextClassLoader()).isSameAs(application);
        Set<Thread> started = httpThreads();
        started.removeAll(before);
        assertThat(started)
            .isNotEmpty()
            .allMatch(thread -> thread.getContextClassLoader() != application)
            .allMatch(Thread::isDaemon);
      }
    } finally {
      current.setContextClassLoader(own);
    }
  }

  private void assertEndsAtTheDeadline(URI uri) {
    try (HttpFetcher hasty = fetcher(SHORT)) {
      long begin = System.nanoTime();

      assertThatThrownBy(() -> hasty.fetch(uri))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("gave no complete answer within 300 ms");

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(SHORT, SHORT.plus(Duration.ofSeconds(5)));
    }
  }

  private static Set<Thread> httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("HttpClient-")
                    || thread.getName().equals("vouchgate-http"))
        .collect(Collectors.toSet());
  }

  private static FetchedDocument unchecked(HttpFetcher fetcher, URI uri) {
    try {
      return fetcher.fetch(uri);
    } catch (FetchException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpFetcher fetcher(Duration deadline) {
    return new HttpFetcher(new HttpFetcher.Limits(deadline, MAX_BYTES, false));
  }
}
