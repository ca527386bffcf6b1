package dev.vouchgate.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, made when it is first needed and so that it keeps nothing of the application
 * that it serves.
 */
final class HttpClients {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final HttpRoute route;
  private volatile @Nullable HttpClient client;

  HttpClients(HttpRoute route) {
    this.route = route;
  }

  /**
   * The client that fetches from an address.
   *
   * @throws FetchException if it is an https address and this JVM has no default TLS context, which
   *     may be there at the next fetch: GlassFish makes its own with its first request, later than
   *     it starts applications
   */
  HttpClient forAddress(URI uri) throws FetchException {
    HttpClient made = client;
    if (made != null) {
      return made;
    }
    try {
      Optional<SSLContext> own = route.tls();
      made = create(own.isPresent() ? own.get() : SSLContext.getDefault());
      client = made;
      return made;
    } catch (NoSuchAlgorithmException e) {
      if (!"http".equalsIgnoreCase(uri.getScheme())) {
        throw new FetchException(
            FetchAddress.shown(uri)
                + " could not be fetched: this JVM has no default TLS context: "
                + Causes.of(e),
            e);
      }
      return create(trustingNobody()); // and not kept
    }
  }

  /** Lets go of the client; its thread ends soon after. */
  void forget() {
    client = null;
  }

  private HttpClient create(SSLContext tls) {
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    try {
      // The client's selector thread inherits it, and may outlive the application for a while.
      current.setContextClassLoader(ClassLoader.getSystemClassLoader());
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(tls)
              .executor(workers());
      route.proxy().map(HttpProxy::selector).ifPresent(builder::proxy);
      route.proxy().flatMap(HttpProxy::authenticator).ifPresent(builder::authenticator);
      return builder.build();
    } finally {
      current.setContextClassLoader(own);
    }
  }

  /** For plain http: the JDK's client is not made without any. */
  private static SSLContext trustingNobody() {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(new KeyManager[0], new TrustManager[0], null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no TLS at all.", e);
    }
  }

  /** Threads that end by themselves a second after the last work: nothing has to be shut down. */
  private static ExecutorService workers() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE.toMillis(),
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        new DetachedThreads("vouchgate-http"));
  }
}
