package dev.vouchgate.it.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Does once what the reader is about to do: fetch a token and show it. */
final class DemoCaller {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI base;

  DemoCaller(URI base) {
    this.base = base;
  }

  /**
   * Returns once a demo token is answered with 200.
   *
   * @throws IllegalStateException if that does not happen within a minute
   */
  void awaitProven() {
    long start = System.nanoTime();
    int status = status();
    while (status != 200) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IllegalStateException(
            "The server is up, but answered a demo token on /user with " + status + " to the end.");
      }
      pause();
      status = status();
    }
  }

  private int status() {
    HttpRequest mint =
        HttpRequest.newBuilder(base.resolve("demo/token?as=user"))
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> minted = send(mint);
    if (minted.statusCode() != 200) {
      return minted.statusCode();
    }
    HttpRequest call =
        HttpRequest.newBuilder(base.resolve("user"))
            .header("Authorization", "Bearer " + minted.body())
            .build();
    return send(call).statusCode();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The server does not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while the server was starting.", e);
  }
}
