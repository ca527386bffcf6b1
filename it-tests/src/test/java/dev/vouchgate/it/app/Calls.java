package dev.vouchgate.it.app;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Calls to an application. Those that wait for each other share a connection, as long as the server
 * keeps it.
 */
public final class Calls {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(LIMIT).build();

  private Calls() {}

  /** What is answered whoever brings no token. */
  public static HttpResponse<String> get(URL base, String path) throws Exception {
    return send(request(base, path));
  }

  /** What is answered whoever brings a token. */
  public static HttpResponse<String> get(URL base, String path, String token) throws Exception {
    return send(request(base, path, token));
  }

  /** What a request is answered. */
  public static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** What a request is answered, later and beside others. */
  public static CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** A request without a token. */
  public static HttpRequest.Builder request(URL base, String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
  }

  /** A request with a token. */
  public static HttpRequest.Builder request(URL base, String path, String token) {
    return request(base, path).header("Authorization", "Bearer " + token);
  }
}
