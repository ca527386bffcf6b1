package dev.vouchgate.it.wildfly;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * WildFly's management interface over HTTP: operations are JSON, its user proves himself by digest,
 * which of the JDK's two clients only the older one knows.
 */
final class WildFlyManagement {

  private static final String USER = "it";
  private static final String REALM = "ManagementRealm";

  private final URI uri;
  private final Authenticator authenticator;

  private WildFlyManagement(URI uri, String password) {
    this.uri = uri;
    this.authenticator =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(USER, password.toCharArray());
          }
        };
  }

  /** Writes the user file of a server that is about to start. */
  static WildFlyManagement withNewUser(int port, Path users) throws IOException {
    String password = UUID.randomUUID().toString();
    Files.writeString(users, USER + "=" + md5(USER + ":" + REALM + ":" + password) + "\n");
    return new WildFlyManagement(URI.create("http://127.0.0.1:" + port + "/management"), password);
  }

  boolean isServerRunning() {
    try {
      Answer answer =
          post("{\"operation\":\"read-attribute\",\"address\":[],\"name\":\"server-state\"}");
      return answer.status() == 200 && answer.body().contains("\"running\"");
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  /** Deploys; what does not start is taken back by the server. */
  void add(String name, String runtimeName, URI archive) {
    execute(
        "{"
            + operation("add", name)
            + (",\"runtime-name\":\"" + runtimeName + "\"")
            + (",\"content\":[{\"url\":\"" + archive + "\"}],\"enabled\":true}"));
  }

  void remove(String name) {
    execute(
        "{\"operation\":\"composite\",\"address\":[],\"steps\":["
            + ("{" + operation("undeploy", name) + "},")
            + ("{" + operation("remove", name) + "}]}"));
  }

  private static String operation(String operation, String deployment) {
    return "\"operation\":\""
        + operation
        + "\",\"address\":[{\"deployment\":\""
        + deployment
        + "\"}]";
  }

  private void execute(String operation) {
    try {
      Answer answer = post(operation);
      if (answer.status() != 200) {
        throw new IllegalStateException("WildFly refused " + operation + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer post(String operation) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setAuthenticator(authenticator);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(operation.getBytes(UTF_8));
    }
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, body == null ? "" : new String(body.readAllBytes(), UTF_8));
    }
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Answer(int status, String body) {}
}
