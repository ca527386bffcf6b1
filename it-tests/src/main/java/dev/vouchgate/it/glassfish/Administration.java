package dev.vouchgate.it.glassfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The administration interface, as the server's own command talks to it: a command is a path, its
 * options the query, and the answer has the form of a jar's manifest.
 */
final class Administration {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String OPERAND = "DEFAULT";

  private final String title;
  private final URI base;

  Administration(String title, int port) {
    this.title = title;
    this.base = URI.create("http://127.0.0.1:" + port + "/__asadmin/");
  }

  boolean takesCommands() {
    try {
      return ask("version", Map.of()).isSuccess();
    } catch (IOException e) {
      return false; // nobody listens yet, or not yet to commands
    }
  }

  /**
   * Carries a command out.
   *
   * @param operand what it is done with
   * @throws IllegalStateException if the server says that it could not
   */
  void execute(String command, String operand, Map<String, String> options) {
    Map<String, String> parameters = new TreeMap<>(options);
    parameters.put(OPERAND, operand);
    Answer answer;
    try {
      answer = ask(command, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!answer.isSuccess()) {
      throw new IllegalStateException(
          title + " refused to " + command + " " + parameters + ": " + answer.message());
    }
  }

  private Answer ask(String command, Map<String, String> parameters) throws IOException {
    String query =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(command + "?" + query))
            .timeout(LIMIT)
            .header("User-Agent", "hk2-agent") // decides the form of the answer
            .header("X-Requested-By", "it-tests")
            .POST(BodyPublishers.noBody())
            .build();
    // A connection for each: one that is kept, the server may close while a command is on its way.
    HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        Attributes answer = new Manifest(body).getMainAttributes();
        return new Answer(
            String.valueOf(answer.getValue("exit-code")),
            String.valueOf(answer.getValue("message")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + title + " did: " + command, e);
    }
  }

  /** Besides FAILURE there are SUCCESS and WARNING, which is done, too. */
  private record Answer(String exitCode, String message) {

    boolean isSuccess() {
      return exitCode.equals("SUCCESS") || exitCode.equals("WARNING");
    }
  }
}
