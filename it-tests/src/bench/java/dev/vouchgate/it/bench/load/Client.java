package dev.vouchgate.it.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * One who asks a server politely.
 *
 * @param baseUri the server's
 * @param http what asks
 */
record Client(URI baseUri, HttpClient http) {
  private static final int OK = 200;

  /**
   * What a server says of itself.
   *
   * @param status of the answer; all else is there only with 200
   * @param caller whom it takes for the caller; empty for nobody
   * @param allocated the bytes that its threads have allocated so far
   * @param java what it runs on
   * @param server its name and version
   */
  record Probe(int status, String caller, long allocated, String java, String server) {}

  Client(URI baseUri) {
    this(baseUri, HttpClient.newHttpClient());
  }

  /** Whether the archive answers already. */
  boolean isServed() {
    try {
      return probe("").status() == OK;
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  /** Asks with an Authorization header, or without if it is empty. */
  Probe probe(String credentials) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve("probe"));
    if (!credentials.isEmpty()) {
      request.header("Authorization", credentials);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      List<String> lines = answer.body().lines().toList();
      return answer.statusCode() == OK
          ? new Probe(OK, lines.get(0), Long.parseLong(lines.get(1)), lines.get(2), lines.get(3))
          : new Probe(answer.statusCode(), "", 0, "", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking " + baseUri, e);
    }
  }
}
