package dev.vouchgate.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the JDK's client so that it keeps nothing of the application that it serves. */
final class HttpClients {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private HttpClients() {}

  static HttpClient create() {
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    try {
      // The client's selector thread inherits it, and may outlive the application for a while.
      current.setContextClassLoader(ClassLoader.getSystemClassLoader());
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(workers())
          .build();
    } finally {
      current.setContextClassLoader(own);
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
