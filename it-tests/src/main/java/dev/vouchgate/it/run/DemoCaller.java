package dev.vouchgate.it.run;

import dev.vouchgate.it.Poll;
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

  private final HttpClient http = HttpClient.newHttpClient();
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
    Poll.until(LIMIT, "200 for a demo token on " + base.resolve("user"), () -> status() == 200);
  }

  private int status() {
    HttpRequest mint =
        HttpRequest.newBuilder(base.resolve("demo/token?as=user"))
            .timeout(LIMIT)
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> minted = send(mint);
    if (minted.statusCode() != 200) {
      return minted.statusCode();
    }
    HttpRequest call =
        HttpRequest.newBuilder(base.resolve("user"))
            .timeout(LIMIT)
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
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server was starting.", e);
    }
  }
}
