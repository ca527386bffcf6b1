package dev.vouchgate.it.tomcat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The text interface of Tomcat's manager application, which answers a line: OK or FAIL, and why.
 */
final class TextManagement {

  private static final String OK = "OK - ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI uri;
  private final String authorization;

  TextManagement(URI baseUri, String password) {
    this.uri = baseUri.resolve("manager/text/");
    String credentials = CatalinaBase.USER + ":" + password;
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  boolean isServerRunning() {
    try {
      return ask("list").startsWith(OK);
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  void deploy(String contextRoot, Path archive) {
    obey(
        "deploy?path="
            + encoded(contextRoot)
            + "&war="
            + encoded("file:" + archive.toAbsolutePath()));
  }

  void undeploy(String contextRoot) {
    obey("undeploy?path=" + encoded(contextRoot));
  }

  void undeployIfPresent(String contextRoot) {
    try {
      ask("undeploy?path=" + encoded(contextRoot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void obey(String command) {
    try {
      String answer = ask(command);
      if (!answer.startsWith(OK)) {
        throw new IllegalStateException(
            "Tomcat answered «" + answer.strip() + "» to " + command + ". See its log.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ask(String command) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(command)).header("Authorization", authorization).build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while Tomcat did: " + command, e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
